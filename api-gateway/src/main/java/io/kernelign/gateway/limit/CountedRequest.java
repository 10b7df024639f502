package io.kernelign.gateway.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.util.Collection;
import java.util.List;

/** A request whose body has a length that nobody told; what was read of it is counted. */
final class CountedRequest extends HttpServletRequestWrapper {

    private Counting body;
    private Collection<Part> parts = List.of();

    CountedRequest(HttpServletRequest request) {
        super(request);
    }

    /** Bytes of the body, or of the parts of a form, so far. */
    long bytes() {
        return (body == null ? 0 : body.bytes)
                + parts.stream().mapToLong(Part::getSize).sum();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counting(super.getInputStream());
        }
        return body;
    }

    @Override
    public Collection<Part> getParts() throws IOException, ServletException {
        parts = super.getParts();
        return parts;
    }

    private static final class Counting extends ServletInputStream {

        private final ServletInputStream source;
        private long bytes;

        Counting(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var next = source.read();
            bytes += next < 0 ? 0 : 1;
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = source.read(into, offset, length);
            bytes += Math.max(0, got);
            return got;
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
