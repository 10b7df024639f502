package tests

import (
	"strings"
	"testing"

	"helm.sh/helm/v3/pkg/strvals"
)

func TestWrongValuesAreRefusedInASentenceThatNamesThem(t *testing.T) {
	for given, sentence := range map[string]string{
		"access.existingSecret=":                                    "access.existingSecret is empty; accepted is the name of a secret with the keys admin-key and internal-secret.",
		"access.existingSecret=Not A Name":                          "at '/access/existingSecret': 'Not A Name' does not match pattern",
		"access.oidc.issuer=https://login":                          "access.oidc.audience is empty",
		"database.existingSecret=":                                  "database.existingSecret is empty",
		"database.host=db":                                          "database.host is \"db\" and database.bundled.enabled is true; accepted is one of them.",
		"database.bundled.enabled=false":                            "database.host is empty; accepted is the host of a PostgreSQL, or database.bundled.enabled.",
		"database.sslMode=maybe":                                    "at '/database/sslMode': value must be one of 'disable', 'allow', 'prefer', 'require', 'verify-ca', 'verify-full'",
		"data.enabled=false":                                        "data.enabled is false and blobs.s3.bucket is empty; accepted is one of them, since services share blobs.",
		"data.enabled=false,blobs.s3.bucket=b":                      "data.enabled is false and there may be 2 gateways; accepted is one gateway, since gateways share uploads.",
		"gateway.replicas=-1":                                       "at '/gateway/replicas': minimum: got -1, want 0",
		"gateway.replica=2":                                         "at '/gateway': additional properties 'replica' not allowed",
		"httpRoute.enabled=true":                                    "httpRoute.parentRefs is empty",
		"ingress.enabled=true":                                      "ingress.host is empty",
		"monitoring.serviceMonitors.enabled=true":                   "monitoring.serviceMonitors.readerKey.existingSecret is empty",
		"trainer.execution=slurm":                                   "at '/trainer/execution': value must be one of 'worker', 'kubernetes-job'",
		"trainer.jobs.most=0":                                       "at '/trainer/jobs/most': minimum: got 0, want 1",
		"trainer.execution=kubernetes-job,worker.keda.enabled=true": "worker.keda.enabled is true and trainer.execution is kubernetes-job; accepted is one of them",
		"worker.memory=12GB":                                        "at '/worker/memory': '12GB' does not match pattern",
		"worker.keda.min=9":                                         "worker.keda.min is 9; accepted is at most worker.keda.max, which is 4.",
		"worker.slots=none":                                         "at '/worker/slots': got string, want integer",
		"gateway.env.lower=1":                                       "'lower' does not match pattern",
	} {
		values := valuesOf(t, chartFolder+"/ci/smallest-values.yaml")
		if err := strvals.ParseInto(given, values); err != nil {
			t.Fatal(err)
		}
		_, err := render(values)
		if err == nil {
			t.Errorf("%s is accepted", given)
		} else if !strings.Contains(err.Error(), sentence) {
			t.Errorf("%s is refused by\n%v\nand not by\n%s", given, err, sentence)
		}
	}
}
