package io.kernelign.standalone.demo.task;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The harbour town of Larkhaven: every resident with one value of every topic. */
public record Town(List<Fact> facts) {

    static final List<String> RESIDENTS = List.of(
            "Mira", "Tobias", "Elin", "Rufus", "Nadia", "Oskar", "Petra", "Hugo", "Ines", "Jonas", "Clara", "Felix",
            "Greta", "Anton", "Lena", "Marek", "Rosa", "Simon", "Tilda", "Viktor", "Wanda", "Yusuf", "Zora", "Emil");

    /** The town that follows from a seed. */
    public static Town of(long seed) {
        var random = new Random(seed);
        var facts = new ArrayList<Fact>();
        for (var resident : RESIDENTS) {
            for (var topic : Topic.values()) {
                facts.add(new Fact(resident, topic, Choice.of(topic.options(), random)));
            }
        }
        return new Town(List.copyOf(facts));
    }
}
