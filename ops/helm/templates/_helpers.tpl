{{- define "labels" -}}
app.kubernetes.io/name: reading-server
app.kubernetes.io/instance: {{ .Release.Name }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
{{- end }}

{{- define "podSecurity" -}}
runAsNonRoot: true
runAsUser: 1000
runAsGroup: 1000
fsGroup: 1000
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{- define "image" -}}
{{ printf "%s:%s" .Values.image.repository .Values.image.tag | quote }}
{{- end }}

{{- define "knowledgeEnv" -}}
{{- if .Values.lancedbUri }}
- { name: LANCEDB_URI, value: {{ .Values.lancedbUri | quote }} }
{{- end }}
{{- if .Values.modelServer.enabled }}
- { name: EMBEDDINGS_URL, value: {{ printf "http://%s-model-server:3000/v1" .Release.Name | quote }} }
{{- end }}
{{- end }}
