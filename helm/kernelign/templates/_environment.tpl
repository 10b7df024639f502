{{/* How a service reaches PostgreSQL. */}}
{{- define "kernelign.databaseHost" -}}
{{ ternary (printf "%s-postgres" (include "kernelign.name" .)) .Values.database.host .Values.database.bundled.enabled }}
{{- end }}

{{- define "kernelign.sslMode" -}}
{{ ternary "disable" .Values.database.sslMode .Values.database.bundled.enabled }}
{{- end }}

{{- define "kernelign.databaseEnvironment" -}}
- name: KERNELIGN_DB_URL
  value: jdbc:postgresql://{{ include "kernelign.databaseHost" . }}:{{ .Values.database.port }}/{{ .Values.database.name }}?sslmode={{ include "kernelign.sslMode" . }}
  {{- if .Values.database.caSecret }}&sslrootcert=/run/secrets/database/ca.crt{{ end }}
- name: KERNELIGN_DB_USER
  value: {{ .Values.database.user | quote }}
- name: KERNELIGN_DB_PASSWORD
  valueFrom: {secretKeyRef: {name: {{ .Values.database.existingSecret }}, key: password}}
{{- end }}

{{/* The environment of a component; of (root, component). */}}
{{- define "kernelign.environment" -}}
{{- $values := .root.Values -}}
{{- $own := index $values .component -}}
{{ include "kernelign.databaseEnvironment" .root }}
- name: KERNELIGN_INTERNAL_SECRET_FILE
  value: /run/secrets/access/internal-secret
{{- range $name, $component := include "kernelign.components" .root | fromYaml }}
{{- if has $name (list "selector" "trainer" "metrics") }}
- name: KERNELIGN_SERVICES_{{ upper $name }}
  value: http://{{ include "kernelign.name" $.root }}-{{ $name }}:{{ $component.port }}
{{- end }}
{{- end }}
{{- with $own.jvmOptions }}
- name: JVM_OPTIONS
  value: {{ . | quote }}
{{- end }}
- name: DJL_CACHE_DIR
  value: /tmp/djl
{{- include "kernelign.blobEnvironment" . }}
{{- if eq .component "gateway" }}
{{- include "kernelign.gatewayEnvironment" .root }}
{{- else if has .component (list "trainer" "worker") }}
{{- include "kernelign.trainerEnvironment" . }}
{{- end }}
{{- if and (has .component (list "gateway" "trainer" "worker")) $values.hub.existingSecret }}
- name: HF_TOKEN
  valueFrom: {secretKeyRef: {name: {{ $values.hub.existingSecret }}, key: token}}
{{- end }}
{{- range $name, $value := $own.env }}
- name: {{ $name }}
  value: {{ $value | quote }}
{{- end }}
{{- end }}

{{- define "kernelign.blobEnvironment" -}}
{{- with .root.Values.blobs.s3 }}
{{- if .bucket }}
- name: KERNELIGN_BLOBS_S3_BUCKET
  value: {{ .bucket | quote }}
- name: KERNELIGN_BLOBS_S3_PREFIX
  value: {{ .prefix | quote }}
- name: KERNELIGN_BLOBS_S3_PATH_STYLE
  value: {{ .pathStyle | quote }}
- name: KERNELIGN_BLOBS_S3_CACHE_SIZE
  value: {{ include "kernelign.size" .cacheSize }}
{{- with .endpoint }}
- name: KERNELIGN_BLOBS_S3_ENDPOINT
  value: {{ . | quote }}
{{- end }}
{{- with .region }}
- name: KERNELIGN_BLOBS_S3_REGION
  value: {{ . | quote }}
{{- end }}
{{- with .existingSecret }}
- name: AWS_ACCESS_KEY_ID
  valueFrom: {secretKeyRef: {name: {{ . }}, key: access-key-id}}
- name: AWS_SECRET_ACCESS_KEY
  valueFrom: {secretKeyRef: {name: {{ . }}, key: secret-access-key}}
{{- end }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kernelign.gatewayEnvironment" }}
- name: KERNELIGN_ADMIN_KEY_FILE
  value: /run/secrets/access/admin-key
- name: SERVER_FORWARD_HEADERS_STRATEGY
  value: native
{{- with .Values.access.oidc }}
{{- if .issuer }}
- name: KERNELIGN_OIDC_ISSUER
  value: {{ .issuer | quote }}
- name: KERNELIGN_OIDC_AUDIENCE
  value: {{ .audience | quote }}
- name: KERNELIGN_OIDC_TENANT_CLAIM
  value: {{ .tenantClaim | quote }}
- name: KERNELIGN_OIDC_ROLES_CLAIM
  value: {{ .rolesClaim | quote }}
- name: KERNELIGN_OIDC_ROLE_PREFIX
  value: {{ .rolePrefix | quote }}
{{- end }}
{{- end }}
{{- end }}

{{- define "kernelign.trainerEnvironment" }}
{{- $worker := .root.Values.worker }}
- name: KERNELIGN_TRAINER_SLOTS
  value: {{ ternary .root.Values.trainer.jobs.most $worker.slots (include "kernelign.dispatches" . | eq "true") | quote }}
- name: KERNELIGN_HUB_ENABLED
  value: {{ .root.Values.hub.enabled | quote }}
{{- if eq .component "worker" }}
- name: KERNELIGN_DEVICE
  value: {{ ternary "cuda" "cpu" $worker.gpu.enabled }}
- name: DB_SCHEDULER_SHUTDOWN_MAX_WAIT
  value: {{ $worker.drainSeconds }}s
{{- else }}
- name: KERNELIGN_DEVICE
  value: cpu
{{- if include "kernelign.dispatches" . }}
- name: KERNELIGN_TRAINER_EXECUTION
  value: kubernetes-job
- name: KERNELIGN_TRAINER_KUBERNETES_MANIFEST
  value: /etc/kernelign/job.yaml
{{- else }}
- name: KERNELIGN_TRAINER_TAKES_JOBS
  value: "false"
{{- end }}
- name: KERNELIGN_TRAINER_WORKERS_MEMORY
  value: {{ include "kernelign.size" (ternary $worker.gpu.memory $worker.memory $worker.gpu.enabled) }}
- name: KERNELIGN_TRAINER_WORKERS_DISK
  value: {{ include "kernelign.size" $worker.scratch }}
{{- end }}
{{- end }}
