package tests

import (
	"encoding/json"
	"testing"
)

// find is the one object of a kind and name.
func find(t *testing.T, objects []object, kind, name string) object {
	t.Helper()
	for _, one := range objects {
		if one.kind() == kind && one.name() == name {
			return one
		}
	}
	t.Fatalf("no %s %s", kind, name)
	return nil
}

// podsThatWork are the pods of a deployment of workers, and those of Jobs in its place, with the same values else.
func podsThatWork(t *testing.T) (worker, job map[string]any) {
	t.Helper()
	values := valuesOf(t, chartFolder+"/ci/kueue-values.yaml")
	objects, err := render(values)
	if err != nil {
		t.Fatal(err)
	}
	job = podOf(find(t, objects, "Job", release))
	values["trainer"].(map[string]any)["execution"] = "worker"
	if objects, err = render(values); err != nil {
		t.Fatal(err)
	}
	return podOf(find(t, objects, "Deployment", release+"-worker")), job
}

func TestThePodOfAJobIsThatOfAWorkerButThatItIsNotStartedAgain(t *testing.T) {
	worker, job := podsThatWork(t)
	if job["restartPolicy"] != "Never" {
		t.Error("its containers are started again")
	}
	delete(job, "restartPolicy")
	one, _ := json.Marshal(worker)
	other, _ := json.Marshal(job)
	if string(one) != string(other) {
		t.Errorf("a worker's is\n%s\na Job's is\n%s", one, other)
	}
}

func TestWhereEachJobIsAJobThereAreNoWorkersAndTheTrainerMayMakeJobsAndNothingElse(t *testing.T) {
	objects, err := render(valuesOf(t, chartFolder+"/ci/kueue-values.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range objects {
		if (one.kind() == "Deployment" || one.kind() == "PodDisruptionBudget") && one.name() == release+"-worker" {
			t.Errorf("there is a %s of workers", one.kind())
		}
	}
	rules, _ := json.Marshal(find(t, objects, "Role", release+"-trainer")["rules"])
	expected := `[{"apiGroups":["batch"],"resources":["jobs"],"verbs":["get","list","watch","create","delete"]},` +
		`{"apiGroups":[""],"resources":["pods","events"],"verbs":["get","list","watch"]}]`
	if string(rules) != expected {
		t.Errorf("it may %s", rules)
	}
	subjects := at[[]any](find(t, objects, "RoleBinding", release+"-trainer"), "subjects")
	if len(subjects) != 1 || at[string](subjects[0].(map[string]any), "name") != release+"-trainer" {
		t.Errorf("so may %v", subjects)
	}
}

func TestAJobWaitsForKueueAndDoesNotCountEvictions(t *testing.T) {
	objects, err := render(valuesOf(t, chartFolder+"/ci/kueue-values.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	job := find(t, objects, "Job", release)
	if at[string](job, "metadata", "labels", "kueue.x-k8s.io/queue-name") != "training" || !at[bool](job, "spec", "suspend") {
		t.Error("Kueue does not hold it back")
	}
	rules, _ := json.Marshal(at[[]any](job, "spec", "podFailurePolicy", "rules"))
	if string(rules) != `[{"action":"Ignore","onPodConditions":[{"status":"True","type":"DisruptionTarget"}]}]` {
		t.Errorf("it counts by %s", rules)
	}
}

func TestTheLongestNameOfAReleaseLeavesRoomForTheIdOfAJobAndForThatOfItsPod(t *testing.T) {
	values := valuesOf(t, chartFolder+"/ci/kueue-values.yaml")
	values["fullnameOverride"] = "a-name-that-is-forty-five-letters-long-and-so"
	objects, err := render(values)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range objects {
		if one.kind() == "Job" && at[string](one, "spec", "template", "spec", "restartPolicy") == "Never" &&
			at[any](one, "spec", "podFailurePolicy") != nil && len(one.name()) > 27 {
			t.Error(one.name(), "is too long")
		}
	}
}
