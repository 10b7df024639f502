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
{{- include "kernelign.databaseVolumes" .root }}
{{- end }}
