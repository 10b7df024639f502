package io.kernelign.chat;

/** Collects what a template writes. */
final class Output {

    private final StringBuilder text = new StringBuilder();
    private final Meter meter;

    Output(Meter meter) {
        this.meter = meter;
    }

    void write(String part) {
        meter.grow(part.length());
        text.append(part);
    }

    String text() {
        return text.toString();
    }
}
