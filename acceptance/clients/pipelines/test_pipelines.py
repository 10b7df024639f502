"""The pipeline kit of examples/pipelines before a running platform: each orchestrator's own command, and what its step says."""

import json
import sys
import unittest
import urllib.parse
import uuid

import flaky
import steps
from platform_kit import KIT, URL, dataset, job, kit, own, run

MODEST = "preference_accuracy>=0"
TOO_MUCH = "preference_accuracy>1"


class Step(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.dataset = dataset()
        cls.kit = kit(cls.dataset)
        cls.long = job(cls.dataset) | {"training": {"steps": 2000}}
        cls.run_id = str(uuid.uuid4())
        cls.first = cls.align(cls.run_id, MODEST)

    @classmethod
    def align(cls, run_id, *gates, spec=None, **environment):
        spec = "@job.json" if spec is None else json.dumps(spec)
        return run(["sh", "./align.sh", run_id, spec, *gates], cls.kit, **environment)

    def assert_aligned(self, job_id):
        self.assertEqual(own(f"/jobs/{job_id}")["state"], "succeeded")

    def test_a_step_passes_when_its_job_has_succeeded_and_its_gates_hold(self):
        self.assertEqual(self.first.returncode, 0, self.first.stderr)
        self.assert_aligned(self.first.stdout.strip())

    def test_a_step_that_is_tried_again_makes_no_second_job(self):
        self.assertEqual(self.align(self.run_id, MODEST).stdout, self.first.stdout)

    def test_a_gate_that_does_not_hold_fails_the_step_and_says_the_figure(self):
        failed = self.align(self.run_id, MODEST, TOO_MUCH)
        self.assertEqual((failed.returncode, failed.stdout), (1, ""))
        self.assertIn(TOO_MUCH + " does not hold: it is ", failed.stderr)

    def begun(self, *gates):
        """A step whose job goes on for long, and the job."""
        run_id = str(uuid.uuid4())
        step = self.align(run_id, *gates, spec=self.long)
        return run_id, step, own("/jobs?limit=1")["items"][0]

    def test_an_unknown_figure_fails_the_step_before_its_job_has_ended(self):
        _, failed, going_on = self.begun("accuracy>=0.7")
        own(f"/jobs/{going_on['id']}/cancel", b"")
        self.assertEqual((failed.returncode, failed.stdout), (1, ""))
        self.assertIn("preference_accuracy", failed.stderr)
        self.assertIsNone(going_on["finishedAt"])

    def test_a_job_that_was_cancelled_fails_the_step(self):
        run_id, _, going_on = self.begun("nonsense")
        own(f"/jobs/{going_on['id']}/cancel", b"")
        failed = self.align(run_id, MODEST, spec=self.long)
        self.assertEqual((failed.returncode, failed.stdout), (1, ""))
        self.assertIn("was cancelled", failed.stderr)

    def test_what_is_refused_fails_the_step_and_says_why(self):
        bad = self.align(str(uuid.uuid4()), spec=job(self.dataset) | {"model": "gpt-5"})
        other = self.align(self.run_id, spec=job(self.dataset) | {"name": "another"})
        foreign = self.align(str(uuid.uuid4()), KERNELIGN_KEY="kn_" + "0" * 43)
        for failed, why in ((bad, "gpt-5"), (other, "was sent with another request"), (foreign, "401")):
            self.assertEqual((failed.returncode, failed.stdout), (1, ""))
            self.assertIn(why, failed.stderr)

    def test_connections_that_break_are_tried_again(self):
        address = urllib.parse.urlsplit(URL)
        with flaky.network(address.hostname, address.port) as port:
            passed = self.align(str(uuid.uuid4()), MODEST, KERNELIGN_URL=f"http://localhost:{port}")
        self.assertEqual(passed.returncode, 0, passed.stderr)
        self.assert_aligned(passed.stdout.strip())

    def test_curl_alone_asks_for_a_verdict(self):
        verdict = f"{URL}/api/v1/jobs/{self.first.stdout.strip()}/verdict?gate="
        command = 'curl --silent --fail --header "Authorization: Bearer $KERNELIGN_KEY" "$0"'
        self.assertEqual(run(["sh", "-c", command, verdict + MODEST], self.kit).returncode, 0)
        self.assertEqual(run(["sh", "-c", command, verdict + TOO_MUCH], self.kit).returncode, 22)


class Orchestrators(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.dataset = dataset()
        cls.kit = kit(cls.dataset)
        cls.out = cls.kit / "out" / "job"
        for file in ("argo-workflows.yml", "github-actions.yml", "kubeflow_pipeline.py"):
            path = cls.kit / file
            path.write_text(path.read_text().replace("preference_accuracy>=0.7", MODEST))

    def assert_aligned(self, done, job_id):
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(own(f"/jobs/{job_id}")["state"], "succeeded")

    def test_github_actions(self):
        (self.kit / "pipelines").symlink_to(self.kit)
        output = self.kit / "output"
        (align, named), (take, asked) = steps.github(self.kit, str(uuid.uuid4()))

        done = run(align, self.kit, GITHUB_OUTPUT=str(output), **named)
        job_id = output.read_text().strip().removeprefix("job=")
        self.assert_aligned(done, job_id)
        taken = run(take, self.kit, **asked | {"JOB": job_id})
        self.assertEqual(taken.returncode, 0, taken.stderr)
        self.assertEqual(json.loads((self.kit / "adapter_config.json").read_text())["peft_type"], "LORA")
        self.assertTrue((self.kit / "adapter_model.safetensors").stat().st_size)

    def test_argo_workflows(self):
        out = self.kit / "argo-job"
        done = run(steps.argo(self.kit, str(uuid.uuid4()), out), self.kit)
        self.assert_aligned(done, out.read_text().strip())

    def test_kubeflow(self):
        compiled = run([sys.executable, "kubeflow_pipeline.py"], self.kit)
        self.assertEqual(compiled.returncode, 0, compiled.stderr)
        done = run(steps.kubeflow(self.kit / "kubeflow_pipeline.yaml", str(uuid.uuid4()), self.out), self.kit)
        self.assert_aligned(done, self.out.read_text().strip())

    def test_openai_s_client(self):
        request = self.kit / "openai.json"
        request.write_text(json.dumps({
            "model": "tiny", "training_file": self.dataset,
            "method": {"type": "dpo_kernels", "dpo_kernels": {"objective": {}, "training": {"steps": 20, "batchTokens": 256}}}}))
        command = [sys.executable, "openai_step.py", str(uuid.uuid4()), str(request)]
        done = run([*command, MODEST], self.kit)
        self.assert_aligned(done, done.stdout.strip())
        failed = run([*command, MODEST, TOO_MUCH], self.kit)
        self.assertEqual((failed.returncode, failed.stdout), (1, ""))
        self.assertIn("does not hold", failed.stderr)

    def test_airflow_s_file_is_python(self):
        compile((KIT / "airflow_dag.py").read_text(), "airflow_dag.py", "exec")


if __name__ == "__main__":
    unittest.main()
