"""What Schemathesis does not know of itself: how the bodies of uploads are sent."""

import schemathesis

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
schemathesis.serializer.alias("application/zip", "application/octet-stream")
