package io.kernelign.evaluation.ifeval.text;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How full stops and capitals are used in newspapers, as far as Punkt's English model relies on it: {@code etc.}, {@code e.g.}
 * and {@code i.e.} are not among its abbreviations.
 */
final class EnglishUsage {

    /** Without the last full stop, in lower case. */
    private static final Set<String> ABBREVIATIONS = words(
            // titles
            "adm col dr gen jr lt maj messrs mr mrs ms ph.d prof rep reps sen sr",
            // months and days
            "jan feb aug sep sept oct nov dec tues wed fri",
            // states and places
            "ala ariz calif colo conn fla ga ill kan ky mich minn nev okla ore pa tenn va vt w.va wash wis",
            "d.c l.a n.c n.d n.h n.j n.m n.y r.i s.c u.k u.n u.s u.s.a u.s.s.r ave st sw",
            // companies and measures
            "bros cie co corp cos inc ltd chg ct ft mg ok vs yr a.d a.m p.m m.b.a n.v b.v s.a s.p.a",
            // initials
            "c d e f g h k l m n p r s t v w",
            "a.a a.c a.g a.h a.s a.t b.f c.v d.h d.w e.f e.h e.l e.m f.g f.j g.d g.f g.k h.c h.f h.m j.b j.c j.j j.k j.p j.r",
            "l.f l.p m.j r.a r.h r.j r.k r.t s.g s.s t.j w.c w.r w.w");

    /** What a number with a full stop goes on with, though it has a capital. */
    private static final Set<String> FOLLOWS_NUMBER = words(
            "abreast business commodities cooper corrections credit dividend financing insider international leisure letters",
            "notable pepper review who");

    /** Words that rarely have a capital within sentences. */
    private static final Set<String> STARTERS = words(
            "according although among being between both but despite does even he her here however i if in indeed instead into it",
            "many meanwhile moreover most nevertheless nonetheless nor okay please same separately similarly since so some someone",
            "such thanks the them there these they this though through thus together under us very were when which while within",
            "without yes yet your");

    /** Words that are no names. */
    private static final Set<String> COMMON = words(
            "a about after again all also an and another any are as at be because before by can come could day did do each every",
            "few find first for from get give go good great had has have help his how introduction is its just keep last let life",
            "like look love make may me might more much must my never new next no none not now of off on once one only or other",
            "our out over own people second see several she should step take tell than that their then think third those time to",
            "too try two until up use using was water we well what where who why will with work world would write you");

    /** Initials that are rather items of an outline, and headings there that newspapers do not use. */
    private static final Set<String> OUTLINE = Set.of("A.", "B.", "I.", "X.");

    private static final Set<String> UNCOMMON = words("overview recap");

    private EnglishUsage() {}

    /** Whether a token with a full stop at its end is short for something, or the part after its last hyphen is. */
    static boolean isAbbreviation(String token) {
        var type = withoutStop(token);
        return ABBREVIATIONS.contains(type) || ABBREVIATIONS.contains(type.substring(type.lastIndexOf('-') + 1));
    }

    /** Whether a token after a number with a full stop belongs to it. */
    static boolean followsNumber(String token) {
        return FOLLOWS_NUMBER.contains(withoutStop(token));
    }

    /** Whether a token after an abbreviation begins a sentence: one of those words that often do, with a capital. */
    static boolean starts(String token) {
        return Character.isUpperCase(token.codePointAt(0)) && STARTERS.contains(withoutStop(token));
    }

    /** Whether a token may be a name that an initial belongs to. What counts as one is all that is not in everyday use. */
    static boolean isName(String initial, String token) {
        if (!Character.isUpperCase(token.codePointAt(0)) || starts(token)) {
            return false;
        }
        var word = withoutStop(token);
        return OUTLINE.contains(initial) ? word.contains("-") || UNCOMMON.contains(word) : !COMMON.contains(word);
    }

    private static String withoutStop(String token) {
        var type = PythonString.lower(token);
        return type.endsWith(".") ? type.substring(0, type.length() - 1) : type;
    }

    private static Set<String> words(String... lists) {
        return Stream.of(lists).flatMap(list -> Stream.of(list.split(" "))).collect(Collectors.toUnmodifiableSet());
    }
}
