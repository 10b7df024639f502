package tests

import (
	"os"
	"strings"
	"testing"

	"github.com/prometheus/prometheus/promql/parser"
	"sigs.k8s.io/yaml"
)

// rules is what a file of Prometheus' alerts has, and no more.
type rules struct {
	Groups []struct {
		Name  string `json:"name"`
		Rules []struct {
			Alert       string            `json:"alert"`
			Expr        string            `json:"expr"`
			For         string            `json:"for"`
			Labels      map[string]string `json:"labels"`
			Annotations map[string]string `json:"annotations"`
		} `json:"rules"`
	} `json:"groups"`
}

func TestPrometheusReadsEveryAlertAndEachHasItsRunbook(t *testing.T) {
	content, err := os.ReadFile(chartFolder + "/alerts/kernelign.yml")
	if err != nil {
		t.Fatal(err)
	}
	var alerts rules
	if err := yaml.UnmarshalStrict(content, &alerts); err != nil {
		t.Fatal(err)
	}
	runbooks, err := os.ReadFile("../../docs/runbooks.md")
	if err != nil {
		t.Fatal(err)
	}
	count := 0
	for _, group := range alerts.Groups {
		for _, rule := range group.Rules {
			count++
			if _, err := parser.ParseExpr(rule.Expr); err != nil {
				t.Errorf("%s: %v", rule.Alert, err)
			}
			if !strings.Contains(string(runbooks), "\n## "+rule.Alert+"\n") {
				t.Errorf("%s has no runbook", rule.Alert)
			}
			if rule.Annotations["runbook"] != "docs/runbooks.md#"+strings.ToLower(rule.Alert) {
				t.Errorf("%s names the runbook %q", rule.Alert, rule.Annotations["runbook"])
			}
		}
	}
	if headings := strings.Count(string(runbooks), "\n## "); headings != count {
		t.Errorf("%d runbooks for %d alerts", headings, count)
	}
}
