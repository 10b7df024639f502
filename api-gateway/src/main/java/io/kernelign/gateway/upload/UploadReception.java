package io.kernelign.gateway.upload;

import io.kernelign.gateway.upload.UploadReceiver.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Records and bytes of uploads together: neither is there without the other for longer than it takes to sweep. */
@Component
class UploadReception {

    private final UploadFolder folder;
    private final UploadReceiver receiver;
    private final Uploads uploads;

    UploadReception(UploadFolder folder, UploadReceiver receiver, Uploads uploads) {
        this.folder = folder;
        this.receiver = receiver;
        this.uploads = uploads;
    }

    /** Begins an upload; its file is there before its record is. */
    Upload begin(String tenant, NewUpload wish) throws IOException {
        if (wish.length() > folder.room()) {
            throw NoRoom.of(wish.length());
        }
        var id = Uploads.freshId();
        folder.create(id);
        try {
            return uploads.add(tenant, id, wish);
        } catch (RuntimeException e) {
            folder.delete(List.of(id));
            throw e;
        }
    }

    /** Takes the bytes that came with the creation. When they break off nobody has learned the upload's id: it goes. */
    Progress first(Upload upload, InputStream body, Optional<UploadChecksum> checksum) throws IOException {
        try {
            return receiver.receive(upload, body, checksum);
        } catch (IOException | RuntimeException e) {
            cancel(upload.tenant(), upload.id());
            throw e;
        }
    }

    /** Goes on with an upload. */
    Progress next(Upload upload, InputStream body, Optional<UploadChecksum> checksum) throws IOException {
        return receiver.receive(upload, body, checksum);
    }

    /** Removes an upload, whatever its state; whoever works on it notices and stops. */
    void cancel(String tenant, String id) throws IOException {
        folder.delete(uploads.remove(tenant, id));
    }
}
