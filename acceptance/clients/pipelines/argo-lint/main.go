// Checks templates of Argo Workflows as its server does: their fields, and whether what they refer to is there.
package main

import (
	"fmt"
	"os"

	wfv1 "github.com/argoproj/argo-workflows/v3/pkg/apis/workflow/v1alpha1"
	"github.com/argoproj/argo-workflows/v3/workflow/validate"
	"sigs.k8s.io/yaml"
)

func check(file string) error {
	text, err := os.ReadFile(file)
	if err != nil {
		return err
	}
	var template wfv1.WorkflowTemplate
	if err := yaml.UnmarshalStrict(text, &template); err != nil {
		return err
	}
	return validate.ValidateWorkflowTemplate(nil, nil, &template, nil, validate.ValidateOpts{Lint: true})
}

func main() {
	for _, file := range os.Args[1:] {
		if err := check(file); err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", file, err)
			os.Exit(1)
		}
	}
}
