"""A pipeline of Kubeflow: run as a program it writes kubeflow_pipeline.yaml. The secret kernelign has KERNELIGN_URL and
KERNELIGN_KEY."""

import json
from pathlib import Path

from kfp import compiler, dsl, kubernetes

HERE = Path(__file__).parent
JOB = json.dumps(json.loads((HERE / "job.json").read_text()))
# The first argument is the file that the job's id goes to; the others are those of align.sh.
STEP = 'mkdir -p "${1%/*}"\nexec > "$1"\nshift\n' + (HERE / "align.sh").read_text()


@dsl.container_component
def align(run: str, job: str, gate: str, job_id: dsl.OutputPath(str)):
    return dsl.ContainerSpec(
        image="curlimages/curl:8.16.0", command=["sh", "-c", STEP, "align.sh"], args=[job_id, run, job, gate])


@dsl.pipeline(name="align")
def pipeline(job: str = JOB, gate: str = "preference_accuracy>=0.7") -> str:
    step = align(run=dsl.PIPELINE_JOB_ID_PLACEHOLDER, job=job, gate=gate)
    step.set_caching_options(False)
    kubernetes.use_secret_as_env(
        step, secret_name="kernelign", secret_key_to_env={name: name for name in ("KERNELIGN_URL", "KERNELIGN_KEY")})
    return step.outputs["job_id"]


if __name__ == "__main__":
    compiler.Compiler().compile(pipeline, str(Path(__file__).with_suffix(".yaml")))
