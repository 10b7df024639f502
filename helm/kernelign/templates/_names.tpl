{{- define "kernelign.name" -}}
{{ .Values.fullnameOverride | default .Release.Name | trunc 45 | trimSuffix "-" }}
{{- end }}

{{/* What the pods of a component are selected by; of (root, component). */}}
{{- define "kernelign.selector" -}}
app.kubernetes.io/name: kernelign
app.kubernetes.io/instance: {{ .root.Release.Name }}
app.kubernetes.io/component: {{ .component }}
{{- end }}

{{- define "kernelign.labels" -}}
{{ include "kernelign.selector" . }}
app.kubernetes.io/version: {{ .root.Chart.AppVersion | quote }}
app.kubernetes.io/part-of: kernelign
app.kubernetes.io/managed-by: {{ .root.Release.Service }}
helm.sh/chart: {{ .root.Chart.Name }}-{{ .root.Chart.Version }}
{{- end }}

{{/* Name and labels of an object of a component. */}}
{{- define "kernelign.metadata" -}}
name: {{ include "kernelign.name" .root }}-{{ .component }}
labels:
  {{- include "kernelign.labels" . | nindent 2 }}
{{- end }}

{{/* The image of a component; of (root, component). */}}
{{- define "kernelign.image" -}}
{{- $service := (index (include "kernelign.components" .root | fromYaml) .component).service -}}
{{- $tag := .root.Values.image.tag | default .root.Chart.AppVersion -}}
{{- $gpu := .root.Values.worker.gpu -}}
{{- if and (eq .component "worker") $gpu.enabled -}}
{{- $tag = $gpu.imageTag | default (printf "%s-cuda" $tag) -}}
{{- end -}}
{{- with .root.Values.image -}}
{{- if .registry }}{{ .registry }}/{{ end }}{{ .repository }}/{{ $service }}:{{ $tag }}
{{- end -}}
{{- end }}

{{/* A size as the services read it, of one as Kubernetes does: 75GB, of 75Gi; both are powers of 1024. */}}
{{- define "kernelign.size" -}}
{{ regexReplaceAll "i$" . "B" }}
{{- end }}
