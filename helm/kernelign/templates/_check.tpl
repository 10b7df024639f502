{{/* What a schema of single values cannot tell; each refusal is a sentence. */}}
{{- define "kernelign.check" -}}
{{- with .Values }}
{{- if not .access.existingSecret }}
{{- fail "access.existingSecret is empty; accepted is the name of a secret with the keys admin-key and internal-secret." }}
{{- end }}
{{- if not .database.existingSecret }}
{{- fail "database.existingSecret is empty; accepted is the name of a secret with the key password." }}
{{- end }}
{{- if and .database.bundled.enabled .database.host }}
{{- fail (printf "database.host is %q and database.bundled.enabled is true; accepted is one of them." .database.host) }}
{{- end }}
{{- if not (or .database.bundled.enabled .database.host) }}
{{- fail "database.host is empty; accepted is the host of a PostgreSQL, or database.bundled.enabled." }}
{{- end }}
{{- if and (has .database.sslMode (list "verify-ca" "verify-full")) (not .database.caSecret) (not .database.bundled.enabled) }}
{{- fail (printf "database.sslMode is %s and database.caSecret is empty; accepted is a secret with the key ca.crt." .database.sslMode) }}
{{- end }}
{{- if and .access.oidc.issuer (not .access.oidc.audience) }}
{{- fail "access.oidc.audience is empty; accepted is what tokens of the issuer are meant for." }}
{{- end }}
{{- if and .ingress.enabled (not .ingress.host) }}
{{- fail "ingress.host is empty; accepted is the name under which the gateway is reached." }}
{{- end }}
{{- if and .httpRoute.enabled (not .httpRoute.parentRefs) (not .httpRoute.gateway.className) }}
{{- fail "httpRoute.parentRefs is empty; accepted are Gateways that the route belongs to, or httpRoute.gateway.className for one of its own." }}
{{- end }}
{{- if and .monitoring.serviceMonitors.enabled (not .monitoring.serviceMonitors.readerKey.existingSecret) }}
{{- fail "monitoring.serviceMonitors.readerKey.existingSecret is empty; accepted is the name of a secret with a reader's key, which the gateway asks for." }}
{{- end }}
{{- $gateways := ternary .gateway.autoscaling.max .gateway.replicas .gateway.autoscaling.enabled | int }}
{{- if and (not .data.enabled) (not .blobs.s3.bucket) }}
{{- fail "data.enabled is false and blobs.s3.bucket is empty; accepted is one of them, since services share blobs." }}
{{- end }}
{{- if and (not .data.enabled) (gt $gateways 1) }}
{{- fail (printf "data.enabled is false and there may be %d gateways; accepted is one gateway, since gateways share uploads." $gateways) }}
{{- end }}
{{- if and .worker.keda.enabled (eq .trainer.execution "kubernetes-job") }}
{{- fail "worker.keda.enabled is true and trainer.execution is kubernetes-job; accepted is one of them, since there are no workers to scale where each job is a Job." }}
{{- end }}
{{- if gt (int .worker.keda.min) (int .worker.keda.max) }}
{{- fail (printf "worker.keda.min is %d; accepted is at most worker.keda.max, which is %d." (int .worker.keda.min) (int .worker.keda.max)) }}
{{- end }}
{{- end }}
{{- include "kernelign.checkSecrets" . }}
{{- end }}

{{/* On a cluster, which rendering alone does not ask: whether the secrets are there. */}}
{{- define "kernelign.checkSecrets" -}}
{{- if lookup "v1" "Namespace" "" .Release.Namespace }}
{{- $needed := list (dict "name" .Values.access.existingSecret "keys" (list "admin-key" "internal-secret")) (dict "name" .Values.database.existingSecret "keys" (list "password")) }}
{{- range $needed }}
{{- $secret := lookup "v1" "Secret" $.Release.Namespace .name }}
{{- if not $secret }}
{{- fail (printf "Secret %s is not in namespace %s; it needs the keys %s." .name $.Release.Namespace (join ", " .keys)) }}
{{- end }}
{{- range .keys }}
{{- if not (hasKey ($secret.data | default dict) .) }}
{{- fail (printf "Secret %s in namespace %s has no key %s." $secret.metadata.name $.Release.Namespace .) }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
{{- end }}
