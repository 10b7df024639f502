"""The command that each orchestrator runs, read from its file in the kit, with its own expressions filled in."""

import re

import yaml


def filled(text, values):
    for expression, value in values.items():
        text = text.replace(expression, value)
    left = re.search(r"\{\{.*?\}\}", text)
    assert left is None, f"nothing is known of {left.group()}"
    return text


def github(kit, run_id):
    """The steps that are commands, each with its environment."""
    workflow = yaml.safe_load((kit / "github-actions.yml").read_text())
    values = {
        "${{ github.repository }}": "acme/models", "${{ github.run_id }}": run_id, "${{ github.run_attempt }}": "1",
        "${{ steps.align.outputs.job }}": "THE JOB"}
    for step in workflow["jobs"]["align"]["steps"]:
        if "run" in step:
            yield ["bash", "-e", "-c", step["run"]], {name: filled(text, values) for name, text in step["env"].items()}


def argo(kit, uid, out):
    """@param out the file in place of that of the pod"""
    spec = yaml.safe_load((kit / "argo-workflows.yml").read_text())["spec"]
    values = {"{{workflow.uid}}": uid, "/pipeline/": f"{kit}/", "/tmp/job": str(out)}
    for parameter in spec["arguments"]["parameters"]:
        values["{{workflow.parameters.%s}}" % parameter["name"]] = parameter["value"]
    container = spec["templates"][0]["container"]
    return [filled(word, values) for word in container["command"] + container["args"]]


def kubeflow(pipeline, run_id, out):
    """@param pipeline as it was compiled"""
    compiled, _ = yaml.safe_load_all(pipeline.read_text())
    values = {
        "{{$.outputs.parameters['job_id'].output_file}}": str(out), "{{$.inputs.parameters['run']}}": run_id}
    for name, of in compiled["root"]["inputDefinitions"]["parameters"].items():
        values["{{$.inputs.parameters['%s']}}" % name] = of["defaultValue"]
    container = compiled["deploymentSpec"]["executors"]["exec-align"]["container"]
    return [filled(word, values) for word in container["command"] + container["args"]]
