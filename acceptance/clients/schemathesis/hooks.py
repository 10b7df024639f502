"""What Schemathesis does not know of itself: how the body of a tus upload is sent."""

import schemathesis

schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")
