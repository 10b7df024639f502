package io.kernelign.gateway.upload;

import io.kernelign.gateway.upload.UploadReceiver.Progress;
import io.kernelign.input.FieldError;
import io.kernelign.input.InvalidInputException;
import io.kernelign.service.access.Caller;
import io.kernelign.service.problem.ConflictException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Uploads that survive a broken connection, by the protocol tus 1.0. */
@RestController
@RequestMapping("/api/v1/uploads")
@Tag(name = "Resumable uploads")
class TusController {

    private static final String OFFSET = "Upload-Offset";
    private static final String EXPIRES = "Upload-Expires";

    private final TusCreation creation;
    private final UploadReception reception;
    private final Uploads uploads;
    private final UploadSettings settings;

    TusController(TusCreation creation, UploadReception reception, Uploads uploads, UploadSettings settings) {
        this.creation = creation;
        this.reception = reception;
        this.uploads = uploads;
        this.settings = settings;
    }

    @RequestMapping(method = RequestMethod.OPTIONS)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "What of tus is understood.")
    ResponseEntity<Void> options() {
        return ResponseEntity.noContent()
                .header("Tus-Version", TusProtocol.VERSION)
                .header("Tus-Extension", TusProtocol.EXTENSIONS)
                .header("Tus-Max-Size", String.valueOf(settings.maxBytes()))
                .header("Tus-Checksum-Algorithm", UploadChecksum.algorithms())
                .build();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Parameter(
            in = ParameterIn.HEADER,
            name = "Tus-Resumable",
            description = "1.0.0",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.HEADER,
            name = "Upload-Length",
            description = "Bytes of the whole file.",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.HEADER,
            name = UploadMetadata.HEADER,
            description = "Names and texts in Base64: filename aGkuanNvbmw=,onError c2tpcA==",
            schema = @Schema(type = "string"))
    @Parameter(
            in = ParameterIn.HEADER,
            name = Concatenation.HEADER,
            description = "partial, or final;URL URL",
            schema = @Schema(type = "string"))
    @Operation(
            summary = "Begins an upload that can be resumed (tus 1.0, with its extensions for creation, checksums,"
                    + " concatenation, expiration and termination).",
            description = "Header Upload-Length has the file's length; Upload-Metadata or the query has the options of"
                    + " POST /api/v1/datasets, and filename. Location is the upload: PATCH it with the bytes, HEAD it"
                    + " for how many are safe. With the last byte the import begins; GET it to follow that. With"
                    + " Upload-Concat several uploads become one: pieces of a file, or with join files in the"
                    + " metadata the files of one data set.")
    ResponseEntity<Void> create(Caller caller, HttpServletRequest request) throws IOException {
        var wish = creation.read(request);
        var checksum = UploadChecksum.parse(request.getHeader(UploadChecksum.HEADER));
        var headers = new HttpHeaders();
        Upload upload;
        if (!wish.parts().isEmpty()) {
            upload = uploads.join(caller.tenant(), wish);
            headers.setInstant(EXPIRES, upload.expiresAt());
        } else if (!hasBody(request)) {
            upload = reception.begin(caller.tenant(), wish);
            headers.setInstant(EXPIRES, upload.expiresAt());
        } else {
            requirePiece(request);
            upload = reception.begin(caller.tenant(), wish);
            tell(headers, reception.first(upload, request.getInputStream(), checksum));
        }
        return ResponseEntity.created(URI.create(upload.location()))
                .headers(headers)
                .build();
    }

    @RequestMapping(path = "/{id}", method = RequestMethod.HEAD)
    @Operation(summary = "How many bytes are safe, in Upload-Offset: go on from there.")
    ResponseEntity<Void> offset(Caller caller, @PathVariable String id) {
        var upload = uploads.find(caller.tenant(), id);
        var headers = new HttpHeaders();
        headers.setCacheControl(CacheControl.noStore());
        headers.set(OFFSET, String.valueOf(upload.received()));
        if (upload.length() < 0) {
            headers.set("Upload-Defer-Length", "1");
        } else {
            headers.set("Upload-Length", String.valueOf(upload.length()));
        }
        headers.setInstant(EXPIRES, upload.expiresAt());
        if (upload.metadata() != null) {
            headers.set(UploadMetadata.HEADER, upload.metadata());
        }
        if (upload.concat() != null) {
            headers.set(Concatenation.HEADER, upload.concat());
        }
        return ResponseEntity.ok().headers(headers).build();
    }

    @PatchMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Parameter(
            in = ParameterIn.HEADER,
            name = "Tus-Resumable",
            description = "1.0.0",
            schema = @Schema(type = "string"))
    @Operation(
            summary = "Goes on with an upload.",
            requestBody =
                    @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/offset+octet-stream",
                                            schema = @Schema(type = "string", format = "binary"))),
            description =
                    "The body, of type application/offset+octet-stream, is written at Upload-Offset, which must be"
                            + " what HEAD tells. Upload-Checksum (md5, sha1 or sha256, and the checksum in Base64) is compared"
                            + " with the body. What came before a connection broke is kept.")
    ResponseEntity<Void> append(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = OFFSET, required = false) String offset,
            @RequestHeader(name = UploadChecksum.HEADER, required = false) String checksum,
            HttpServletRequest request)
            throws IOException {
        requirePiece(request);
        var upload = uploads.find(caller.tenant(), id);
        if (upload.isJoined() || upload.isFetched()) {
            throw new UploadRefusal(
                    HttpStatus.FORBIDDEN,
                    "The upload " + id
                            + (upload.isJoined() ? " is made of others" : " comes from " + upload.shownSource())
                            + " and takes no bytes.");
        }
        requireOffset(upload, offset);
        var headers = new HttpHeaders();
        tell(headers, reception.next(upload, request.getInputStream(), UploadChecksum.parse(checksum)));
        return ResponseEntity.noContent().headers(headers).build();
    }

    /** For clients that cannot say PATCH. */
    @PostMapping(path = "/{id}", headers = "X-HTTP-Method-Override=PATCH")
    @Operation(hidden = true)
    ResponseEntity<Void> appendByPost(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = OFFSET, required = false) String offset,
            @RequestHeader(name = UploadChecksum.HEADER, required = false) String checksum,
            HttpServletRequest request)
            throws IOException {
        return append(caller, id, offset, checksum, request);
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "How far an upload has come, and what became of it.",
            description =
                    "state is receiving, received (a part that waits to be joined), fetching (from the source of a data"
                            + " set), importing, completed (datasetId names the data set), refused (problem says why, row"
                            + " by row) or failed. bytesTotal is null as long as nobody knows it.")
    UploadView view(Caller caller, @PathVariable String id) {
        return UploadView.of(uploads.find(caller.tenant(), id));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(
            summary = "Cancels an upload or its import, or forgets one that has ended.",
            description = "Nothing of a cancelled upload remains. A data set that was made stays.")
    ResponseEntity<Void> cancel(Caller caller, @PathVariable String id) throws IOException {
        reception.cancel(caller.tenant(), id);
        return ResponseEntity.noContent().build();
    }

    /** For clients that cannot say DELETE. */
    @PostMapping(path = "/{id}", headers = "X-HTTP-Method-Override=DELETE")
    @Operation(hidden = true)
    ResponseEntity<Void> cancelByPost(Caller caller, @PathVariable String id) throws IOException {
        return cancel(caller, id);
    }

    private static boolean hasBody(HttpServletRequest request) {
        return request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
    }

    private static void requirePiece(HttpServletRequest request) {
        var type = request.getContentType();
        if (type == null || !MediaType.parseMediaType(type).equalsTypeAndSubtype(TusProtocol.PIECE)) {
            throw new UploadRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type is " + (type == null ? "missing" : '"' + type + '"') + "; accepted is "
                            + TusProtocol.PIECE + ".");
        }
    }

    private static void requireOffset(Upload upload, String offset) {
        var accepted = "the number of bytes that HEAD tells";
        if (offset == null) {
            throw new InvalidInputException(FieldError.missing(OFFSET, accepted));
        }
        if (Numbers.bytes(OFFSET, offset, accepted) != upload.received()) {
            throw new ConflictException("Upload-Offset is " + offset + ", but " + upload.received()
                    + " bytes of the upload " + upload.id() + " are here.");
        }
    }

    private static void tell(HttpHeaders headers, Progress progress) {
        headers.set(OFFSET, String.valueOf(progress.offset()));
        headers.setInstant(EXPIRES, progress.expiresAt());
    }
}
