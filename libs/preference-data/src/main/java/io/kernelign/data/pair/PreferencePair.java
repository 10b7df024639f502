package io.kernelign.data.pair;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;

/**
 * One canonical pair: two responses to the same prompt, one preferred.
 *
 * @param id hash of prompt, chosen and rejected ({@link ContentHash}); the same content has the same id whatever its
 *     layout was, so duplicates within a file share it
 * @param prompt at least one turn, one of them the user's
 * @param chosen the preferred response: turns from an assistant's to an assistant's
 * @param rejected the other response, of the same form, different from {@code chosen}
 * @param task which task the pair belongs to; {@code null} when the data does not say
 * @param label a label of the pair; {@code null} when the data does not say
 * @param weight weight in training, above 0; 1 when the data does not say
 */
@JsonPropertyOrder({"id", "split", "prompt", "chosen", "rejected", "task", "label", "weight"})
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PreferencePair(
        String id,
        List<Message> prompt,
        List<Message> chosen,
        List<Message> rejected,
        String task,
        String label,
        double weight,
        Split split) {

    public PreferencePair withSplit(Split side) {
        return new PreferencePair(id, prompt, chosen, rejected, task, label, weight, side);
    }
}
