package tests

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"sigs.k8s.io/yaml"
)

// folder fetches a published module by Go's own client and tells where it lies.
func folder(t *testing.T, module string) string {
	t.Helper()
	download := exec.Command("go", "mod", "download", "-json", module)
	download.Dir = os.TempDir()
	out, err := download.Output()
	if err != nil {
		t.Fatalf("%s: %v\n%s", module, err, out)
	}
	var told struct{ Dir string }
	if err := json.Unmarshal(out, &told); err != nil {
		t.Fatal(err)
	}
	return told.Dir
}

// sources are the lines of modules.txt: a module, and a path in it.
func sources(t *testing.T) [][2]string {
	t.Helper()
	content, err := os.ReadFile("modules.txt")
	if err != nil {
		t.Fatal(err)
	}
	var found [][2]string
	for _, line := range strings.Split(string(content), "\n") {
		if words := strings.Fields(line); len(words) == 2 {
			found = append(found, [2]string{words[0], words[1]})
		}
	}
	return found
}

// schemas of kinds, by apiVersion and kind.
type schemas map[string]*jsonschema.Schema

func (s schemas) of(one object) *jsonschema.Schema {
	return s[fmt.Sprint(one["apiVersion"], "/", one.kind())]
}

// strict refuses fields that a schema does not know, as the API server does when it is asked to validate strictly.
func strict(schema any) {
	switch it := schema.(type) {
	case map[string]any:
		_, open := it["additionalProperties"]
		_, preserves := it["x-kubernetes-preserve-unknown-fields"]
		if properties, ok := it["properties"].(map[string]any); ok && len(properties) > 0 && !open && !preserves {
			it["additionalProperties"] = false
		}
		if it["format"] == "int-or-string" {
			it["type"] = []any{"integer", "string"}
		}
		for _, value := range it {
			strict(value)
		}
	case []any:
		for _, value := range it {
			strict(value)
		}
	}
}

// ofKubernetes reads the kinds of one version of Kubernetes.
func ofKubernetes(t *testing.T, file string) schemas {
	t.Helper()
	opened, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer opened.Close()
	read, err := jsonschema.UnmarshalJSON(opened)
	if err != nil {
		t.Fatal(err)
	}
	definitions := at[map[string]any](read.(map[string]any), "definitions")
	strict(map[string]any{"definitions": definitions})
	definitions["io.k8s.apimachinery.pkg.api.resource.Quantity"] = map[string]any{"type": []any{"string", "number"}}
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource("kubernetes.json", map[string]any{"definitions": definitions}); err != nil {
		t.Fatal(err)
	}
	found := schemas{}
	for name, definition := range definitions {
		for _, kind := range at[[]any](definition.(map[string]any), "x-kubernetes-group-version-kind") {
			named := kind.(map[string]any)
			version := strings.TrimPrefix(fmt.Sprint(named["group"], "/", named["version"]), "/")
			if used[fmt.Sprint(version, "/", named["kind"])] {
				found[fmt.Sprint(version, "/", named["kind"])] = compiler.MustCompile("kubernetes.json#/definitions/" + name)
			}
		}
	}
	return found
}

// used are Kubernetes' own kinds in the chart.
var used = map[string]bool{
	"apps/v1/Deployment": true, "apps/v1/StatefulSet": true, "autoscaling/v2/HorizontalPodAutoscaler": true, "batch/v1/Job": true,
	"networking.k8s.io/v1/Ingress": true, "networking.k8s.io/v1/NetworkPolicy": true, "policy/v1/PodDisruptionBudget": true,
	"rbac.authorization.k8s.io/v1/Role": true, "rbac.authorization.k8s.io/v1/RoleBinding": true,
	"v1/ConfigMap": true, "v1/PersistentVolumeClaim": true, "v1/Pod": true, "v1/Service": true, "v1/ServiceAccount": true,
}

// ofDefinitions reads custom resources.
func ofDefinitions(t *testing.T, folder string, found schemas) {
	t.Helper()
	files, _ := filepath.Glob(folder + "/*.yaml")
	for _, file := range files {
		content, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		definition := map[string]any{}
		if err := yaml.Unmarshal(content, &definition); err != nil {
			t.Fatal(err)
		}
		if definition["kind"] != "CustomResourceDefinition" {
			continue
		}
		for _, version := range at[[]any](definition, "spec", "versions") {
			schema := at[map[string]any](version.(map[string]any), "schema", "openAPIV3Schema")
			strict(schema)
			id := fmt.Sprint(at[string](definition, "spec", "group"), "/", version.(map[string]any)["name"], "/",
				at[string](definition, "spec", "names", "kind"))
			compiler := jsonschema.NewCompiler()
			if err := compiler.AddResource(id, schema); err != nil {
				t.Fatal(err)
			}
			found[id] = compiler.MustCompile(id)
		}
	}
}

func TestEveryManifestIsValidInThreeVersionsOfKubernetesAndByWhoseKindItIs(t *testing.T) {
	custom := schemas{}
	versions := map[string]schemas{}
	for _, source := range sources(t) {
		path := filepath.Join(folder(t, source[0]), source[1])
		if strings.HasPrefix(source[0], "k8s.io/kubernetes@") {
			versions[source[0]] = ofKubernetes(t, path)
		} else {
			ofDefinitions(t, path, custom)
		}
	}
	if len(versions) != 3 {
		t.Fatalf("%d versions of Kubernetes", len(versions))
	}
	eachObject(t, func(t *testing.T, one object) {
		for version, own := range versions {
			schema := own.of(one)
			if schema == nil {
				schema = custom.of(one)
			}
			if schema == nil {
				t.Fatalf("%s: no schema of %s %s", version, one["apiVersion"], one.kind())
			}
			if err := schema.Validate(map[string]any(one)); err != nil {
				t.Errorf("%s: %v", version, err)
			}
		}
	})
}
