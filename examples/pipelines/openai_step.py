"""The step of align.sh by OpenAI's client: openai_step.py RUN JOB [GATE...], where JOB is a file with the arguments of
client.fine_tuning.jobs.create as JSON."""

import json
import os
import sys
import time

import openai


def align(run, request, gates):
    url = os.environ["KERNELIGN_URL"]
    client = openai.OpenAI(base_url=url + "/v1", api_key=os.environ.get("KERNELIGN_KEY", "none"))
    job = client.fine_tuning.jobs.create(**request, extra_headers={"Idempotency-Key": run})
    pause = 1
    while not passed(client, f"{url}/api/v1/jobs/{job.id}/verdict", gates):
        time.sleep(pause)
        pause = min(2 * pause, 60)
    return job.id


def passed(client, verdict, gates):
    return client.get(verdict, cast_to=object, options={"params": {"gate": ",".join(gates)}})["passed"]


if __name__ == "__main__":
    run, job, *gates = sys.argv[1:]
    with open(job) as file:
        request = json.load(file)
    try:
        print(align(run, request, gates))
    except openai.APIStatusError as refusal:
        sys.exit(refusal.response.text)
