{{/* What pods may at most: nothing of a root's, by the level "restricted". Of the id of their user. */}}
{{- define "kernelign.podSecurity" -}}
runAsNonRoot: true
runAsUser: {{ . }}
runAsGroup: {{ . }}
fsGroup: {{ . }}
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end }}

{{- define "kernelign.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end }}

{{- define "kernelign.pullSecrets" -}}
{{- with .Values.image.pullSecrets }}
imagePullSecrets:
  {{- range . }}
  - name: {{ . }}
  {{- end }}
{{- end }}
{{- end }}

{{- define "kernelign.databaseMounts" -}}
{{- if .Values.database.caSecret }}
- {name: database, mountPath: /run/secrets/database, readOnly: true}
{{- end }}
{{- end }}

{{- define "kernelign.databaseVolumes" -}}
{{- with .Values.database.caSecret }}
- name: database
  secret: {secretName: {{ . }}, items: [{key: ca.crt, path: ca.crt}]}
{{- end }}
{{- end }}

{{/* Where a component finds and keeps files; of (root, component). */}}
{{- define "kernelign.mounts" -}}
- {name: scratch, mountPath: /tmp}
- {name: access, mountPath: /run/secrets/access, readOnly: true}
{{- if ne .component "metrics" }}
- {name: data, mountPath: /data}
{{- end }}
{{- if has .component (list "trainer" "worker") }}
{{- range $folder := list "models" "benchmarks" }}
{{- if (index $.root.Values $folder).existingClaim }}
- {name: {{ $folder }}, mountPath: /data/{{ $folder }}, readOnly: true}
{{- end }}
{{- end }}
{{- end }}
{{- if include "kernelign.dispatches" . }}
- {name: job, mountPath: /etc/kernelign, readOnly: true}
{{- end }}
{{- include "kernelign.databaseMounts" .root }}
{{- end }}

{{- define "kernelign.volumes" -}}
{{- $values := .root.Values -}}
- name: scratch
  emptyDir: {sizeLimit: {{ (index $values .component).scratch }}}
- name: access
  secret:
    secretName: {{ $values.access.existingSecret }}
    items:
      - {key: internal-secret, path: internal-secret}
      {{- if eq .component "gateway" }}
      - {key: admin-key, path: admin-key}
      {{- end }}
{{- if ne .component "metrics" }}
- name: data
  {{- if $values.data.enabled }}
  persistentVolumeClaim: {claimName: {{ $values.data.existingClaim | default (printf "%s-data" (include "kernelign.name" .root)) }}}
  {{- else }}
  emptyDir: {}
  {{- end }}
{{- end }}
{{- if has .component (list "trainer" "worker") }}
{{- range $folder := list "models" "benchmarks" }}
{{- with (index $values $folder).existingClaim }}
- name: {{ $folder }}
  persistentVolumeClaim: {claimName: {{ . }}, readOnly: true}
{{- end }}
{{- end }}
{{- end }}
{{- if include "kernelign.dispatches" . }}
- name: job
  configMap: {name: {{ include "kernelign.name" .root }}-job}
{{- end }}
{{- include "kernelign.databaseVolumes" .root }}
{{- end }}

{{/* What the pods of a component are; of (root, component), and job where each has one piece of work and ends with it. */}}
{{- define "kernelign.pod" -}}
{{- $component := index (include "kernelign.components" .root | fromYaml) .component -}}
{{- $values := index .root.Values .component -}}
{{- $worker := eq .component "worker" -}}
{{- $annotations := deepCopy $values.podAnnotations -}}
{{- if include "kernelign.dispatches" . -}}
{{- $annotations = set $annotations "kernelign.io/job-manifest" (include "kernelign.job" .root | sha256sum) -}}
{{- end -}}
metadata:
  labels:
    {{- include "kernelign.labels" . | nindent 4 }}
  {{- with $annotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  serviceAccountName: {{ include "kernelign.name" .root }}-{{ .component }}
  automountServiceAccountToken: {{ include "kernelign.dispatches" . | eq "true" }}
  enableServiceLinks: false
  {{- if .job }}
  restartPolicy: Never
  {{- end }}
  {{- include "kernelign.pullSecrets" .root | nindent 2 }}
  securityContext:
    {{- include "kernelign.podSecurity" 10001 | nindent 4 }}
  terminationGracePeriodSeconds: {{ ternary (add $values.drainSeconds 60) 75 $worker }}
  {{- include "kernelign.placement" . | nindent 2 }}
  containers:
    - name: {{ $component.service }}
      image: {{ include "kernelign.image" . }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      ports:
        - {name: http, containerPort: {{ $component.port }}}
      env:
        {{- include "kernelign.environment" . | nindent 8 }}
      securityContext:
        {{- include "kernelign.containerSecurity" . | nindent 8 }}
      resources:
        {{- include "kernelign.resources" . | nindent 8 }}
      # Ten minutes: a service waits for PostgreSQL, and migrates its schema where that was not done before.
      startupProbe:
        httpGet: {path: /actuator/health/readiness, port: http}
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 120
      # A process that trains on every core answers late.
      livenessProbe:
        httpGet: {path: /actuator/health/liveness, port: http}
        periodSeconds: 10
        timeoutSeconds: 10
        failureThreshold: 6
      readinessProbe:
        httpGet: {path: /actuator/health/readiness, port: http}
        periodSeconds: 5
        timeoutSeconds: 5
        failureThreshold: 3
      {{- if not $worker }}
      # Requests still come until every node has heard of the end.
      lifecycle:
        preStop:
          exec: {command: [sleep, "5"]}
      {{- end }}
      volumeMounts:
        {{- include "kernelign.mounts" . | nindent 8 }}
  volumes:
    {{- include "kernelign.volumes" . | nindent 4 }}
{{- end }}
