package tests

import (
	"regexp"
	"strings"
	"testing"
)

// podOf is the spec of the pods that an object makes, or nothing.
func podOf(one object) map[string]any {
	switch one.kind() {
	case "Pod":
		return at[map[string]any](one, "spec")
	case "Deployment", "StatefulSet", "Job":
		return at[map[string]any](one, "spec", "template", "spec")
	}
	return nil
}

func eachPod(t *testing.T, check func(t *testing.T, one object, pod map[string]any)) {
	t.Helper()
	eachObject(t, func(t *testing.T, one object) {
		if pod := podOf(one); pod != nil {
			check(t, one, pod)
		}
	})
}

func containers(pod map[string]any) []map[string]any {
	var found []map[string]any
	for _, key := range []string{"initContainers", "containers"} {
		for _, container := range at[[]any](pod, key) {
			found = append(found, container.(map[string]any))
		}
	}
	return found
}

// variable is what a container's environment has for a name, or nothing.
func variable(container map[string]any, name string) string {
	for _, one := range at[[]any](container, "env") {
		if at[string](one.(map[string]any), "name") == name {
			return at[string](one.(map[string]any), "value")
		}
	}
	return ""
}

func TestNoPodIsRootOrMayBecomeIt(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		if !at[bool](pod, "securityContext", "runAsNonRoot") || at[float64](pod, "securityContext", "runAsUser") == 0 {
			t.Error("may run as root")
		}
		if at[string](pod, "securityContext", "seccompProfile", "type") != "RuntimeDefault" {
			t.Error("without a profile of system calls")
		}
		for _, container := range containers(pod) {
			escalation, told := at[map[string]any](container, "securityContext")["allowPrivilegeEscalation"]
			if !told || escalation != false {
				t.Error("may gain rights")
			}
			dropped := at[[]any](container, "securityContext", "capabilities", "drop")
			if len(dropped) != 1 || dropped[0] != "ALL" {
				t.Error("keeps capabilities")
			}
		}
	})
}

func TestNoContainerWritesToItsRootFileSystem(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		for _, container := range containers(pod) {
			if !at[bool](container, "securityContext", "readOnlyRootFilesystem") {
				t.Error(container["name"], "can")
			}
		}
	})
}

func TestNoPodReachesIntoItsNode(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		for _, shared := range []string{"hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"} {
			if at[bool](pod, shared) {
				t.Error("has", shared)
			}
		}
		for _, volume := range at[[]any](pod, "volumes") {
			if at[any](volume.(map[string]any), "hostPath") != nil {
				t.Error("mounts a folder of its node")
			}
		}
		for _, container := range containers(pod) {
			for _, port := range at[[]any](container, "ports") {
				if at[any](port.(map[string]any), "hostPort") != nil {
					t.Error(container["name"], "takes a port of its node")
				}
			}
		}
	})
}

func TestEveryImageIsOfAVersion(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		for _, container := range containers(pod) {
			image := at[string](container, "image")
			_, tag, tagged := strings.Cut(image[strings.LastIndex(image, "/")+1:], ":")
			if !tagged || tag == "latest" {
				t.Error(container["name"], "runs", image)
			}
		}
	})
}

// secret is in the name of a variable whose value nobody should read; that of a file is none.
var secret = regexp.MustCompile("(PASSWORD|SECRET|TOKEN|KEY|KEY_ID)$")

func TestNoSecretStandsInAManifest(t *testing.T) {
	eachObject(t, func(t *testing.T, one object) {
		if one.kind() == "Secret" {
			t.Error("is one")
		}
		for _, container := range containers(podOf(one)) {
			for _, told := range at[[]any](container, "env") {
				name := at[string](told.(map[string]any), "name")
				if secret.MatchString(name) && at[any](told.(map[string]any), "value") != nil {
					t.Error(container["name"], "has the value of", name)
				}
			}
		}
	})
}

func TestEveryContainerAsksForProcessorAndMemoryAndIsLimitedInMemory(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		for _, container := range containers(pod) {
			for _, path := range [][]string{{"requests", "cpu"}, {"requests", "memory"}, {"limits", "memory"}} {
				if at[any](container, append([]string{"resources"}, path...)...) == nil {
					t.Error(container["name"], "has no", path)
				}
			}
		}
	})
}

func TestEveryContainerThatStaysIsProbedAtStartAndForLifeAndReadiness(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		if one.kind() != "Deployment" && one.kind() != "StatefulSet" {
			return
		}
		for _, container := range containers(pod) {
			for _, probe := range []string{"startupProbe", "livenessProbe", "readinessProbe"} {
				if at[map[string]any](container, probe) == nil {
					t.Error(container["name"], "has no", probe)
				}
			}
		}
	})
}

func TestNoPodButOneThatMakesJobsHasATokenOfKubernetesAndNoTwoKindsOfPodsShareAnAccount(t *testing.T) {
	for _, file := range valueSets(t) {
		objects, err := render(valuesOf(t, file))
		if err != nil {
			t.Fatal(err)
		}
		accounts := map[string]bool{}
		for _, one := range objects {
			if one.kind() == "ServiceAccount" {
				accounts[one.name()] = true
			}
		}
		users := map[string]string{}
		for _, one := range objects {
			pod := podOf(one)
			if pod == nil || one.kind() == "Pod" {
				continue
			}
			account := at[string](pod, "serviceAccountName")
			if !accounts[account] || users[account] != "" {
				t.Errorf("%s: %s uses account %q, which %q uses", file, one.name(), account, users[account])
			}
			users[account] = one.name()
			makesJobs := variable(containers(pod)[0], "KERNELIGN_TRAINER_EXECUTION") == "kubernetes-job"
			if mounted, told := pod["automountServiceAccountToken"]; !told || mounted != makesJobs {
				t.Errorf("%s: %s makes Jobs: %v, has a token: %v", file, one.name(), makesJobs, mounted)
			}
		}
	}
}

func TestEveryMountHasItsVolumeAndEveryVolumeIsMounted(t *testing.T) {
	eachPod(t, func(t *testing.T, one object, pod map[string]any) {
		volumes := map[string]bool{}
		for _, volume := range at[[]any](pod, "volumes") {
			volumes[at[string](volume.(map[string]any), "name")] = false
		}
		for _, claim := range at[[]any](one, "spec", "volumeClaimTemplates") {
			volumes[at[string](claim.(map[string]any), "metadata", "name")] = false
		}
		for _, container := range containers(pod) {
			for _, mount := range at[[]any](container, "volumeMounts") {
				name := at[string](mount.(map[string]any), "name")
				if _, there := volumes[name]; !there {
					t.Error("no volume", name)
				}
				volumes[name] = true
			}
		}
		for name, mounted := range volumes {
			if !mounted {
				t.Error("nothing mounts", name)
			}
		}
	})
}

func TestAWorkerHasLongerToStopThanItsQueueWaitsForItsJobs(t *testing.T) {
	values := valuesOf(t, chartFolder+"/ci/production-values.yaml")
	objects, err := render(values)
	if err != nil {
		t.Fatal(err)
	}
	for _, one := range objects {
		if one.kind() != "Deployment" || one.name() != release+"-worker" {
			continue
		}
		pod := podOf(one)
		if variable(containers(pod)[0], "DB_SCHEDULER_SHUTDOWN_MAX_WAIT") == "900s" &&
			at[float64](pod, "terminationGracePeriodSeconds") == 960 {
			return
		}
	}
	t.Error("it has not")
}
