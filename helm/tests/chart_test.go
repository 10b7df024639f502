// Package tests holds the chart against what Kubernetes accepts and what its pods may be.
package tests

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"helm.sh/helm/v3/pkg/chart/loader"
	"helm.sh/helm/v3/pkg/chartutil"
	"helm.sh/helm/v3/pkg/engine"
	"helm.sh/helm/v3/pkg/lint"
	"helm.sh/helm/v3/pkg/lint/support"
	"sigs.k8s.io/yaml"
)

const (
	chartFolder = "../kernelign"
	release     = "demo"
	namespace   = "ml"
)

// object is one manifest as plain data.
type object map[string]any

func (o object) kind() string { return o["kind"].(string) }
func (o object) name() string { return at[string](o, "metadata", "name") }

// at is what stands at a path of a manifest, or nothing.
func at[T any](from map[string]any, path ...string) T {
	var here any = from
	for _, key := range path {
		there, ok := here.(map[string]any)
		if !ok {
			break
		}
		here = there[key]
	}
	found, _ := here.(T)
	return found
}

func valueSets(t *testing.T) []string {
	t.Helper()
	files, err := filepath.Glob(chartFolder + "/ci/*-values.yaml")
	if err != nil || len(files) < 8 {
		t.Fatalf("%d value sets, %v", len(files), err)
	}
	return files
}

func valuesOf(t *testing.T, file string) map[string]any {
	t.Helper()
	values, err := chartutil.ReadValuesFile(file)
	if err != nil {
		t.Fatal(err)
	}
	return values
}

// render is what helm template makes of values, with the Job that a trainer makes Jobs from.
func render(values map[string]any) ([]object, error) {
	chart, err := loader.Load(chartFolder)
	if err != nil {
		return nil, err
	}
	given, err := chartutil.ToRenderValues(chart, values,
		chartutil.ReleaseOptions{Name: release, Namespace: namespace, Revision: 1, IsInstall: true}, nil)
	if err != nil {
		return nil, err
	}
	files, err := engine.Render(chart, given)
	if err != nil {
		return nil, err
	}
	var objects []object
	for path, content := range files {
		if filepath.Ext(path) != ".yaml" {
			continue
		}
		for _, text := range bytes.Split([]byte(content), []byte("\n---")) {
			one := object{}
			if err := yaml.UnmarshalStrict(text, &one); err != nil {
				return nil, fmt.Errorf("%s: %w\n%s", path, err, text)
			}
			if len(one) > 0 {
				objects = append(objects, one)
			}
			if manifest := at[string](one, "data", "job.yaml"); manifest != "" {
				job := object{}
				if err := yaml.UnmarshalStrict([]byte(manifest), &job); err != nil {
					return nil, fmt.Errorf("job.yaml of %s: %w\n%s", path, err, manifest)
				}
				objects = append(objects, job)
			}
		}
	}
	return objects, nil
}

// eachObject runs a check on every manifest of every value set.
func eachObject(t *testing.T, check func(t *testing.T, one object)) {
	t.Helper()
	for _, file := range valueSets(t) {
		t.Run(strings.TrimSuffix(filepath.Base(file), "-values.yaml"), func(t *testing.T) {
			objects, err := render(valuesOf(t, file))
			if err != nil {
				t.Fatal(err)
			}
			for _, one := range objects {
				t.Run(one.kind()+"/"+one.name(), func(t *testing.T) { check(t, one) })
			}
		})
	}
}

func TestHelmLintFindsNothingInAnyValueSet(t *testing.T) {
	for _, file := range valueSets(t) {
		for _, message := range lint.All(chartFolder, valuesOf(t, file), namespace, true).Messages {
			if message.Severity >= support.WarningSev {
				t.Errorf("%s: %v", file, message)
			}
		}
	}
}

func TestNoTwoObjectsOfAReleaseHaveTheSameName(t *testing.T) {
	for _, file := range valueSets(t) {
		objects, err := render(valuesOf(t, file))
		if err != nil {
			t.Fatal(err)
		}
		seen := map[string]bool{}
		for _, one := range objects {
			id := one.kind() + "/" + one.name()
			if seen[id] {
				t.Errorf("%s: %s twice", file, id)
			}
			seen[id] = true
		}
	}
}

func TestEveryDashboardIsAConfigMap(t *testing.T) {
	objects, err := render(valuesOf(t, chartFolder+"/ci/monitored-values.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	maps := map[string]string{}
	for _, one := range objects {
		if one.kind() == "ConfigMap" {
			for file, content := range at[map[string]any](one, "data") {
				maps[file] = content.(string)
			}
		}
	}
	files, _ := filepath.Glob(chartFolder + "/dashboards/*.json")
	if len(files) == 0 || len(files) != len(maps) {
		t.Fatalf("%d dashboards, %d in ConfigMaps", len(files), len(maps))
	}
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if strings.TrimSpace(maps["kernelign-"+filepath.Base(file)]) != strings.TrimSpace(string(content)) {
			t.Errorf("%s is another in its ConfigMap", file)
		}
	}
}
