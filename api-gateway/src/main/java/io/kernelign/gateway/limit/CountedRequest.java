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

/** A request whose body has a length that nobody told; what is read of it is counted, and is held to a limit. */
final class CountedRequest extends HttpServletRequestWrapper {

    private final long most;
    private Counting body;
    private Collection<Part> parts = List.of();

    CountedRequest(HttpServletRequest request) {
        this(request, Long.MAX_VALUE);
    }

    /** @param most bytes of the body; reading beyond them throws a {@link LargeBodyException} */
    CountedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
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

    private final class Counting extends ServletInputStream {

        private final ServletInputStream source;
        private long bytes;

        Counting(ServletInputStream source) {
            this.source = source;
        }

        @Override
        public int read() throws IOException {
            var next = source.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var got = source.read(into, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > most) {
                throw new LargeBodyException(most);
            }
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
