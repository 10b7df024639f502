package io.kernelign.data.rows.parquet;

import java.io.ByteArrayInputStream;
import shaded.parquet.org.apache.thrift.TBase;
import shaded.parquet.org.apache.thrift.TConfiguration;
import shaded.parquet.org.apache.thrift.TException;
import shaded.parquet.org.apache.thrift.protocol.TCompactProtocol;
import shaded.parquet.org.apache.thrift.transport.TIOStreamTransport;
import shaded.parquet.org.apache.thrift.transport.TTransportException;

/**
 * Reads the format's own structures from bytes. The library's {@link org.apache.parquet.format.Util} would believe a text
 * of up to 100 MiB; this believes none that is longer than the bytes at hand.
 */
final class Structs {

    private Structs() {}

    /**
     * Fills in a structure from the beginning of the bytes.
     *
     * @return how many bytes it took, or -1 when it does not end within them
     */
    static int read(TBase<?, ?> target, byte[] bytes) {
        var in = new ByteArrayInputStream(bytes);
        try {
            var limits = TConfiguration.custom().setMaxMessageSize(bytes.length).build();
            target.read(new TCompactProtocol(new TIOStreamTransport(limits, in)));
            return bytes.length - in.available();
        } catch (TTransportException e) {
            return -1;
        } catch (TException | RuntimeException | StackOverflowError e) {
            // The error stands for a structure nested without end, which the library follows all the way down.
            throw Damage.of("a damaged " + target.getClass().getSimpleName() + " structure");
        }
    }
}
