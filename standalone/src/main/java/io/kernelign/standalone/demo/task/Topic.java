package io.kernelign.standalone.demo.task;

import java.util.List;

/** What can be asked about a resident: the values it can take, how it is asked for, and how it is stated. */
public enum Topic {
    PET(
            List.of(
                    "a goat",
                    "a parrot",
                    "a tortoise",
                    "a pony",
                    "a hedgehog",
                    "a rabbit",
                    "a tabby cat",
                    "a sheepdog"),
            "pet",
            List.of("What pet does %s keep?", "Which animal lives with %s?", "Does %s have a pet, and which one?"),
            List.of("%s keeps %s.", "%s has a pet: %s.")),
    TRADE(
            List.of("a baker", "a sailor", "a teacher", "a painter", "a gardener", "a tailor", "a potter", "a doctor"),
            "trade",
            List.of("What does %s do for a living?", "What is the trade of %s?", "How does %s earn money?"),
            List.of("%s works as %s.", "%s is %s by trade.")),
    DOOR(
            List.of("green", "yellow", "red", "blue", "white", "purple", "orange", "grey"),
            "front door",
            List.of(
                    "What colour is the front door of %s?",
                    "How has %s painted the front door?", "Which colour did %s choose for the door?"),
            List.of("The front door of %s is %s.", "The door that %s painted is %s.")),
    DRINK(
            List.of(
                    "cocoa",
                    "mint tea",
                    "lemonade",
                    "black coffee",
                    "apple juice",
                    "ginger beer",
                    "warm milk",
                    "cider"),
            "favourite drink",
            List.of("What does %s like to drink?", "What should I pour for %s?", "What is the favourite drink of %s?"),
            List.of("%s likes to drink %s.", "The favourite drink of %s is %s.")),
    STREET(
            List.of(
                    "Mill Lane",
                    "Harbour Street",
                    "Chapel Hill",
                    "Market Square",
                    "Garden Row",
                    "Bridge Road",
                    "Castle Steps",
                    "Station Yard"),
            "address",
            List.of("Where does %s live?", "On which street can I find %s?", "What is the address of %s?"),
            List.of("%s lives in %s.", "You will find %s in %s.")),
    INSTRUMENT(
            List.of(
                    "the fiddle",
                    "the flute",
                    "the drums",
                    "the piano",
                    "the trumpet",
                    "the harp",
                    "the guitar",
                    "the cello"),
            "music",
            List.of(
                    "Which instrument does %s play?",
                    "What does %s play in the band?", "What will %s bring to the concert?"),
            List.of("%s plays %s.", "In the band %s plays %s."));

    private final List<String> values;
    private final String noun;
    private final List<String> questions;
    private final List<String> statements;

    Topic(List<String> values, String noun, List<String> questions, List<String> statements) {
        this.values = values;
        this.noun = noun;
        this.questions = questions;
        this.statements = statements;
    }

    /** The possible answers, each as it stands in a sentence: "a goat", "green", "Mill Lane". */
    public List<String> options() {
        return values;
    }

    /** The topic in a word or two: "favourite drink". */
    public String noun() {
        return noun;
    }

    /** The ways to ask for it, as full sentences. */
    List<String> questions(String resident) {
        return questions.stream().map(question -> question.formatted(resident)).toList();
    }

    /** The ways to state it, as full sentences. */
    List<String> statements(String resident, String value) {
        return statements.stream()
                .map(statement -> statement.formatted(resident, value))
                .toList();
    }
}
