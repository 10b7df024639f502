package tests

import (
	"slices"
	"strings"
	"testing"
)

// labelsOfPods are those of the pods that an object makes, or nothing.
func labelsOfPods(one object) map[string]any {
	if one.kind() == "Pod" {
		return at[map[string]any](one, "metadata", "labels")
	}
	return at[map[string]any](one, "spec", "template", "metadata", "labels")
}

// selectorOf is by which labels an object finds its pods, or nothing.
func selectorOf(one object) map[string]any {
	switch one.kind() {
	case "Service":
		return at[map[string]any](one, "spec", "selector")
	case "NetworkPolicy":
		return at[map[string]any](one, "spec", "podSelector", "matchLabels")
	case "PodDisruptionBudget":
		return at[map[string]any](one, "spec", "selector", "matchLabels")
	}
	return nil
}

// selected are the objects whose pods have all labels of a selector.
func selected(objects []object, selector map[string]any) []object {
	return slices.DeleteFunc(slices.Clone(objects), func(one object) bool {
		labels := labelsOfPods(one)
		for key, value := range selector {
			if labels[key] != value {
				return true
			}
		}
		return podOf(one) == nil
	})
}

// portsOf are the names of the ports that pods of an object listen at.
func portsOf(one object) []string {
	var names []string
	for _, container := range containers(podOf(one)) {
		for _, port := range at[[]any](container, "ports") {
			names = append(names, at[string](port.(map[string]any), "name"))
		}
	}
	return names
}

// named are the objects of a release that one of them calls by name, each as Kind/name.
func named(one object) []string {
	var names []string
	add := func(kind string, name string) {
		if name != "" {
			names = append(names, kind+"/"+name)
		}
	}
	switch one.kind() {
	case "HorizontalPodAutoscaler":
		add("Deployment", at[string](one, "spec", "scaleTargetRef", "name"))
	case "ScaledObject":
		add("Deployment", at[string](one, "spec", "scaleTargetRef", "name"))
		for _, trigger := range at[[]any](one, "spec", "triggers") {
			add("TriggerAuthentication", at[string](trigger.(map[string]any), "authenticationRef", "name"))
		}
	case "Ingress":
		for _, rule := range at[[]any](one, "spec", "rules") {
			for _, path := range at[[]any](rule.(map[string]any), "http", "paths") {
				add("Service", at[string](path.(map[string]any), "backend", "service", "name"))
			}
		}
	case "HTTPRoute":
		for _, rule := range at[[]any](one, "spec", "rules") {
			for _, backend := range at[[]any](rule.(map[string]any), "backendRefs") {
				add("Service", at[string](backend.(map[string]any), "name"))
			}
		}
	case "StatefulSet":
		add("Service", at[string](one, "spec", "serviceName"))
	}
	for _, volume := range at[[]any](podOf(one), "volumes") {
		add("ConfigMap", at[string](volume.(map[string]any), "configMap", "name"))
		claim := at[string](volume.(map[string]any), "persistentVolumeClaim", "claimName")
		if strings.HasSuffix(claim, "-data") {
			add("PersistentVolumeClaim", claim)
		}
	}
	return names
}

func eachRelease(t *testing.T, check func(t *testing.T, objects []object)) {
	t.Helper()
	for _, file := range valueSets(t) {
		t.Run(file, func(t *testing.T) {
			objects, err := render(valuesOf(t, file))
			if err != nil {
				t.Fatal(err)
			}
			check(t, objects)
		})
	}
}

func TestEveryServiceBudgetAndPolicyFindsPodsAndEveryServiceAPortOfThem(t *testing.T) {
	eachRelease(t, func(t *testing.T, objects []object) {
		for _, one := range objects {
			selector := selectorOf(one)
			if selector == nil {
				continue
			}
			pods := selected(objects, selector)
			if len(pods) == 0 {
				t.Errorf("%s/%s finds no pods by %v", one.kind(), one.name(), selector)
			}
			if one.kind() != "Service" {
				continue
			}
			for _, port := range at[[]any](one, "spec", "ports") {
				target := at[string](port.(map[string]any), "targetPort")
				for _, pod := range pods {
					if !slices.Contains(portsOf(pod), target) {
						t.Errorf("%s has no port %q for Service/%s", pod.name(), target, one.name())
					}
				}
			}
		}
	})
}

func TestEveryMonitorFindsAService(t *testing.T) {
	eachRelease(t, func(t *testing.T, objects []object) {
		for _, one := range objects {
			if one.kind() != "ServiceMonitor" {
				continue
			}
			selector := at[map[string]any](one, "spec", "selector", "matchLabels")
			if !slices.ContainsFunc(objects, func(other object) bool {
				labels := at[map[string]any](other, "metadata", "labels")
				for key, value := range selector {
					if labels[key] != value {
						return false
					}
				}
				return other.kind() == "Service"
			}) {
				t.Errorf("%s finds none by %v", one.name(), selector)
			}
		}
	})
}

func TestWhatAnObjectCallsByNameIsInItsRelease(t *testing.T) {
	eachRelease(t, func(t *testing.T, objects []object) {
		var there []string
		for _, one := range objects {
			there = append(there, one.kind()+"/"+one.name())
		}
		for _, one := range objects {
			for _, name := range named(one) {
				if !slices.Contains(there, name) {
					t.Errorf("%s/%s calls %s", one.kind(), one.name(), name)
				}
			}
		}
	})
}
