package io.kernelign.data.export.parquet;

import io.kernelign.data.pair.Message;
import io.kernelign.data.pair.PreferencePair;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;

/** A pair as a record of Parquet. */
final class PairRecord {

    private static final String MESSAGES = """
            (LIST) {
              repeated group list {
                required group element {
                  required binary role (STRING);
                  required binary content (STRING);
                }
              }
            }
            """;

    static final MessageType SCHEMA = MessageTypeParser.parseMessageType("message pair {"
            + "required binary id (STRING);"
            + "optional binary split (STRING);"
            + "required group prompt " + MESSAGES
            + "required group chosen " + MESSAGES
            + "required group rejected " + MESSAGES
            + "optional binary task (STRING);"
            + "optional binary label (STRING);"
            + "required double weight;"
            + "}");

    /** The columns of what turns say. */
    static final List<String> CONTENTS =
            List.of("prompt.list.element.content", "chosen.list.element.content", "rejected.list.element.content");

    private final RecordConsumer columns;

    PairRecord(RecordConsumer columns) {
        this.columns = columns;
    }

    void write(PreferencePair pair) {
        columns.startMessage();
        text("id", 0, pair.id());
        text("split", 1, pair.split() == null ? null : pair.split().text());
        messages("prompt", 2, pair.prompt());
        messages("chosen", 3, pair.chosen());
        messages("rejected", 4, pair.rejected());
        text("task", 5, pair.task());
        text("label", 6, pair.label());
        columns.startField("weight", 7);
        columns.addDouble(pair.weight());
        columns.endField("weight", 7);
        columns.endMessage();
    }

    private void text(String name, int field, String text) {
        if (text != null) {
            columns.startField(name, field);
            columns.addBinary(Binary.fromString(text));
            columns.endField(name, field);
        }
    }

    private void messages(String name, int field, List<Message> messages) {
        columns.startField(name, field);
        columns.startGroup();
        columns.startField("list", 0);
        messages.forEach(this::message);
        columns.endField("list", 0);
        columns.endGroup();
        columns.endField(name, field);
    }

    private void message(Message message) {
        columns.startGroup();
        columns.startField("element", 0);
        columns.startGroup();
        text("role", 0, message.role().text());
        text("content", 1, message.content());
        columns.endGroup();
        columns.endField("element", 0);
        columns.endGroup();
    }
}
