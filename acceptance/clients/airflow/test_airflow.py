"""The pipeline kit's DAG, run by Airflow before a running platform."""

import json
import sys
import unittest
from pathlib import Path

from platform_kit import KEY, URL, dataset, kit, own, run

AIRFLOW = Path(sys.executable).with_name("airflow")
GATE = "preference_accuracy>=0.7"


class Dag(unittest.TestCase):

    def airflow(self, *command):
        return run(
            [AIRFLOW, *command], self.kit, HOME=str(self.kit), AIRFLOW_HOME=str(self.kit / "airflow"),
            AIRFLOW__CORE__DAGS_FOLDER=str(self.kit), AIRFLOW__CORE__LOAD_EXAMPLES="False",
            AIRFLOW_CONN_KERNELIGN=json.dumps({"conn_type": "http", "host": URL, "password": KEY}))

    def setUp(self):
        self.dataset = dataset()
        self.kit = kit(self.dataset)
        migrated = self.airflow("db", "migrate")
        self.assertEqual(migrated.returncode, 0, migrated.stderr)

    def align(self, gate):
        file = self.kit / "airflow_dag.py"
        file.write_text(file.read_text().replace(GATE, gate).replace("retries=2", "retries=0"))
        return self.airflow("dags", "test", "align")

    def jobs(self):
        return [job["state"] for job in own(f"/jobs?datasetId={self.dataset}")["items"]]

    def test_a_run_succeeds_with_its_job(self):
        done = self.align("preference_accuracy>=0")
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)
        self.assertEqual(self.jobs(), ["succeeded"])

    def test_a_run_fails_when_a_gate_does_not_hold(self):
        failed = self.align("preference_accuracy>1")
        self.assertIn("does not hold", failed.stdout + failed.stderr)
        self.assertNotEqual(failed.returncode, 0)
        self.assertEqual(self.jobs(), ["succeeded"])


if __name__ == "__main__":
    unittest.main()
