"""The whole way of a fine-tuning job by PyPI's openai, which knows nothing of the platform but its address and a key."""

import json
import os
import time
import unittest
import urllib.request
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import openai

URL = os.environ["KERNELIGN_URL"]
ADMIN = os.environ["KERNELIGN_ADMIN_KEY"]
SHORT = {"training": {"steps": 20, "batchTokens": 256, "checkpointSteps": 5}}
SECRET = "whsec_" + "YSBrZXkgb2YgdGhpcnR5LXR3byBieXRlcywgbm8gbW8="


def client(key=ADMIN):
    return openai.OpenAI(base_url=URL + "/v1", api_key=key, max_retries=0)


def own(path, body=None):
    """Asks our own API."""
    request = urllib.request.Request(
        URL + path,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": "Bearer " + ADMIN, "Content-Type": "application/json"})
    with urllib.request.urlopen(request) as answer:
        return json.load(answer)


def rows(count):
    return "".join(
        json.dumps({"prompt": f"is it rude to be late {i} times?", "chosen": f"yes, it is {i}", "rejected": "no"}) + "\n"
        for i in range(count)).encode()


def dpo(beta=0.1):
    return {"type": "dpo", "dpo": {"hyperparameters": {"beta": beta}}}


def until(condition, seconds=240):
    deadline = time.monotonic() + seconds
    while not (found := condition()):
        if time.monotonic() > deadline:
            raise AssertionError("waited in vain")
        time.sleep(0.2)
    return found


class Jobs(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.client = client()
        cls.jobs = cls.client.fine_tuning.jobs
        cls.file = cls.client.files.create(file=("kind.jsonl", rows(60)), purpose="fine-tune")
        cls.trained = cls.create(suffix="kind", seed=7)
        until(lambda: cls.jobs.retrieve(cls.trained.id).status in ("succeeded", "failed"))

    @classmethod
    def create(cls, **more):
        return cls.jobs.create(
            model="tiny", training_file=cls.file.id, method=dpo(), metadata={"kernelign": json.dumps(SHORT)}, **more)

    def test_a_file_is_retrieved_listed_and_read(self):
        self.assertEqual(self.client.files.retrieve(self.file.id), self.file)
        self.assertEqual(self.file.filename, "kind.jsonl")
        self.assertIn(self.file.id, [file.id for file in self.client.files.list()])
        content = self.client.files.content(self.file.id).text
        self.assertEqual(len(content.splitlines()), 60)

    def test_a_file_is_deleted(self):
        file = self.client.files.create(file=("other.jsonl", rows(2)), purpose="fine-tune")
        self.assertTrue(self.client.files.delete(file.id).deleted)
        with self.assertRaises(openai.NotFoundError):
            self.client.files.retrieve(file.id)

    def test_a_job_succeeds_and_says_what_it_made(self):
        job = self.jobs.retrieve(self.trained.id)
        self.assertEqual(job.status, "succeeded")
        self.assertEqual(job.fine_tuned_model, job.id)
        self.assertEqual(job.seed, 7)
        self.assertEqual(job.method.dpo.hyperparameters.beta, 0.1)
        self.assertIsNone(job.error)
        self.assertIn(job.id + ":adapter_model.safetensors", job.result_files)

    def test_what_a_job_made_is_downloaded(self):
        content = self.client.files.content(self.trained.id + ":adapter_config.json")
        self.assertEqual(json.loads(content.read())["peft_type"], "LORA")

    def test_jobs_are_listed_page_after_page(self):
        later = self.create()
        self.jobs.cancel(later.id)
        listed = [job.id for job in self.jobs.list(limit=1)]
        self.assertLess(listed.index(later.id), listed.index(self.trained.id))

    def test_events_come_newest_first_and_none_is_missing(self):
        events = list(self.jobs.list_events(self.trained.id, limit=3))
        log = own(f"/api/v1/jobs/{self.trained.id}/events?limit=1000")["items"]
        self.assertEqual([event.message for event in events], [event["message"] for event in reversed(log)])
        self.assertEqual(len({event.id for event in events}), len(events))

    def test_checkpoints_are_those_that_were_written(self):
        checkpoints = list(self.jobs.checkpoints.list(self.trained.id, limit=2))
        self.assertEqual([checkpoint.step_number for checkpoint in checkpoints], [15, 10, 5])

    def test_a_job_is_paused_resumed_and_cancelled(self):
        job = self.create()
        self.assertEqual(self.jobs.pause(job.id).status, "queued")
        self.assertTrue(own(f"/api/v1/jobs/{job.id}")["paused"])
        self.jobs.resume(job.id)
        self.assertFalse(own(f"/api/v1/jobs/{job.id}")["paused"])
        self.jobs.cancel(job.id)
        until(lambda: self.jobs.retrieve(job.id).status in ("cancelled", "succeeded"))

    def test_models_are_the_base_models(self):
        self.assertIn("tiny", [model.id for model in self.client.models.list()])
        self.assertEqual(self.client.models.retrieve("tiny").id, "tiny")

    def test_what_is_not_there_is_the_client_s_not_found(self):
        with self.assertRaisesRegex(openai.NotFoundError, "job_none"):
            self.jobs.retrieve("job_none")

    def test_what_is_wrong_is_the_client_s_bad_request_and_names_the_field(self):
        with self.assertRaises(openai.BadRequestError) as refused:
            self.jobs.create(model="no-such-model", training_file=self.file.id, method=dpo())
        self.assertEqual(refused.exception.param, "model")
        with self.assertRaises(openai.BadRequestError) as refused:
            self.jobs.create(model="tiny", training_file=self.file.id)
        self.assertEqual(refused.exception.param, "method")

    def test_a_bad_row_is_the_client_s_unprocessable_entity(self):
        with self.assertRaisesRegex(openai.UnprocessableEntityError, "line 3"):
            self.client.files.create(file=("bad.jsonl", rows(2) + b'{"prompt": "a"}\n'), purpose="fine-tune")

    def test_what_does_not_fit_a_job_s_state_is_the_client_s_conflict(self):
        with self.assertRaisesRegex(openai.ConflictError, "has ended"):
            self.jobs.pause(self.trained.id)

    def test_a_wrong_key_is_the_client_s_authentication_error(self):
        with self.assertRaises(openai.AuthenticationError):
            client("kn_" + "0" * 43).fine_tuning.jobs.list()

    def test_a_role_that_is_not_enough_is_the_client_s_permission_denied(self):
        reader = own("/api/v1/keys", {"name": "reader", "role": "reader"})["secret"]
        self.assertTrue(client(reader).fine_tuning.jobs.list().data)
        with self.assertRaises(openai.PermissionDeniedError):
            client(reader).fine_tuning.jobs.cancel(self.trained.id)

    def test_a_request_that_the_client_sends_again_makes_no_second_job(self):
        request = dict(model="tiny", training_file=self.file.id, method=dpo(0.3))
        first = self.jobs.create(**request)
        again = self.jobs.create(**request, extra_headers={"X-Stainless-Retry-Count": "1"})
        self.assertEqual(again.id, first.id)
        self.jobs.cancel(first.id)

    def test_webhooks_are_signed_as_the_client_checks_them(self):
        messages = []

        class Receiver(BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers["Content-Length"])).decode()
                messages.append((body, dict(self.headers)))
                self.send_response(204)
                self.end_headers()

            def log_message(self, *arguments):
                pass

        server = HTTPServer(("localhost", 0), Receiver)
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            job = own("/api/v1/jobs", {
                "model": "tiny", "dataset": self.file.id, "objective": {},
                "webhook": {"url": f"http://localhost:{server.server_port}/", "secret": SECRET,
                            "events": ["job.cancelled"]}})
            self.jobs.cancel(job["id"])
            body, headers = until(lambda: messages and messages[0])
        finally:
            server.shutdown()
            server.server_close()
        self.client.webhooks.verify_signature(body, headers, secret=SECRET)
        self.assertEqual(json.loads(body)["data"]["id"], job["id"])
        with self.assertRaises(openai.InvalidWebhookSignatureError):
            self.client.webhooks.verify_signature(body + " ", headers, secret=SECRET)


if __name__ == "__main__":
    unittest.main()
