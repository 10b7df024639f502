package io.kernelign.gateway.upload;

import io.kernelign.gateway.dataset.UploadOptions;
import io.kernelign.gateway.dataset.UploadedDataset;
import io.kernelign.service.access.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.SchemaProperty;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartHttpServletRequest;

/** Takes data sets: a file as the body, or files as the parts {@code file} of a form; the options beside them. */
@RestController
@RequestMapping("/api/v1/datasets")
@Tag(name = "Data sets")
class UploadController {

    private final SourceRequests requests;
    private final Uploads uploads;
    private final BodyImport bodies;
    private final FormImport forms;
    private final UploadSettings settings;

    UploadController(
            SourceRequests requests, Uploads uploads, BodyImport bodies, FormImport forms, UploadSettings settings) {
        this.requests = requests;
        this.uploads = uploads;
        this.bodies = bodies;
        this.forms = forms;
        this.settings = settings;
    }

    @PostMapping
    @Operation(
            summary = "Uploads a data set and answers what was found in it.",
            description = "The body is the file: JSON Lines, a JSON array of objects, CSV or Parquet, each plain,"
                    + " gzip or zstd, told by its content; text in UTF-8, UTF-16 or UTF-32. The options are query parameters:"
                    + " name, format, mapping, pairs, minScoreRatio, maxPairsPerPrompt, onError, maxSkipShare, seed,"
                    + " heldOutShare. Every row is checked; a refused file leaves nothing behind. A body of type"
                    + " application/json that is one object with a field source is no data set, but says where one is:"
                    + " hf:owner/name[@revision][/split] or https://host/path, with the options as further fields. It"
                    + " is fetched and imported in the background: the answer is 202, and Location has what GET"
                    + " follows and DELETE cancels. As a form the file is its part file, of several files each one,"
                    + " and the options are its fields.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                        schema = @Schema(type = "string", format = "binary")),
                                @Content(
                                        mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                                        schemaProperties =
                                                @SchemaProperty(
                                                        name = "file",
                                                        schema = @Schema(type = "string", format = "binary")))
                            }))
    @ApiResponse(
            responseCode = "201",
            description = "A data set, with what was found in it.",
            content = @Content(schema = @Schema(implementation = UploadedDataset.class)))
    @ApiResponse(
            responseCode = "202",
            description = "A data set that is fetched.",
            content = @Content(schema = @Schema(implementation = UploadView.class)))
    ResponseEntity<?> body(Caller caller, HttpServletRequest request) throws IOException {
        var query = QueryString.parse(request.getQueryString());
        var options = UploadOptions.read(query);
        requireOneBody(request);
        var body = new BufferedInputStream(request.getInputStream());
        var wanted = requests.read(request.getContentType(), body, query);
        if (wanted.isPresent()) {
            return accepted(uploads.fetch(caller.tenant(), wanted.get()));
        }
        if (request.getContentLengthLong() > settings.maxBytes()) {
            throw TooLarge.upload(settings.maxBytes());
        }
        return created(bodies.take(caller.tenant(), options, body));
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(hidden = true)
    ResponseEntity<UploadedDataset> form(Caller caller, MultipartHttpServletRequest request) throws IOException {
        var options = UploadOptions.read(request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(field -> field.getKey(), field -> field.getValue()[0])));
        return created(forms.take(caller.tenant(), options, request));
    }

    private static void requireOneBody(HttpServletRequest request) {
        var type = request.getContentType();
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            throw new UploadRefusal(
                    HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                    "Content-Type is \"" + type + "\"; accepted are a file of any type, or multipart/form-data.");
        }
    }

    private static ResponseEntity<UploadView> accepted(Upload upload) {
        return ResponseEntity.accepted().location(URI.create(upload.location())).body(UploadView.of(upload));
    }

    private static ResponseEntity<UploadedDataset> created(UploadedDataset uploaded) {
        return ResponseEntity.created(
                        URI.create("/api/v1/datasets/" + uploaded.dataset().id()))
                .body(uploaded);
    }
}
