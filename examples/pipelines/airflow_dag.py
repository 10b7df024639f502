"""A DAG of Airflow 3, with align.sh and job.json beside it. The connection kernelign has the platform's address as its host
and a key as its password. The job's id is what the task returns; a task that is tried again waits for the job that there is."""

from pathlib import Path

from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import dag


@dag(schedule="@daily", catchup=False)
def align():
    BashOperator(
        task_id="align",
        bash_command='"$KIT/align.sh" "$RUN" "@$KIT/job.json" "preference_accuracy>=0.7"',
        env={
            "KIT": str(Path(__file__).parent),
            "RUN": "{{ dag.dag_id }}/{{ run_id }}",
            "KERNELIGN_URL": "{{ conn.kernelign.host }}",
            "KERNELIGN_KEY": "{{ conn.kernelign.password }}",
        },
        append_env=True,
        retries=2,
    )


align()
