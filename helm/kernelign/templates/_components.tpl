{{/*
What the platform consists of, which is what the other templates go through: the service whose image it is, its port, and who
calls it. The trainer is there twice: one answers requests, the other takes jobs.
*/}}
{{- define "kernelign.components" -}}
gateway: {service: api-gateway, port: 8080, callers: []}
selector: {service: selector-service, port: 8081, callers: [gateway, trainer, worker]}
trainer: {service: trainer-service, port: 8082, callers: [gateway, selector]}
metrics: {service: metrics-service, port: 8083, callers: [gateway, trainer, worker]}
worker: {service: trainer-service, port: 8082, callers: []}
{{- end }}

{{/* Those of them that are there all the time: workers are not where each job is a Job of Kubernetes. */}}
{{- define "kernelign.deployed" -}}
{{- $all := include "kernelign.components" . | fromYaml -}}
{{- ternary (omit $all "worker") $all (eq .Values.trainer.execution "kubernetes-job") | toYaml }}
{{- end }}

{{/* "true" for the component that makes Jobs of Kubernetes, else nothing; of (root, component). */}}
{{- define "kernelign.dispatches" -}}
{{- if and (eq .component "trainer") (eq .root.Values.trainer.execution "kubernetes-job") }}true{{ end }}
{{- end }}

{{/* Requests and limits of a component; of (root, component). */}}
{{- define "kernelign.resources" -}}
{{- $values := index .root.Values .component -}}
{{- if ne .component "worker" -}}
{{ toYaml $values.resources }}
{{- else -}}
requests:
  cpu: {{ $values.cpu | quote }}
  memory: {{ $values.memory }}
limits:
  memory: {{ $values.memory }}
  {{- if $values.gpu.enabled }}
  {{ $values.gpu.resource }}: 1
  {{- end }}
{{- end }}
{{- end }}

{{/* Where the pods of a component run; of (root, component). */}}
{{- define "kernelign.placement" -}}
{{- $values := index .root.Values .component -}}
{{- $gpu := ternary .root.Values.worker.gpu dict (and (eq .component "worker") .root.Values.worker.gpu.enabled) -}}
{{- with $gpu.runtimeClass }}
runtimeClassName: {{ . }}
{{- end }}
{{- with merge (dict) $values.nodeSelector ($gpu.nodeSelector | default dict) }}
nodeSelector:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with concat $values.tolerations ($gpu.tolerations | default list) }}
tolerations:
  {{- toYaml . | nindent 2 }}
{{- end }}
{{- with $values.affinity }}
affinity:
  {{- toYaml . | nindent 2 }}
{{- end }}
topologySpreadConstraints:
  - maxSkew: 1
    topologyKey: kubernetes.io/hostname
    whenUnsatisfiable: ScheduleAnyway
    labelSelector:
      matchLabels:
        {{- include "kernelign.selector" . | nindent 8 }}
{{- end }}
