package org.leye.subsidy.policy;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.leye.platform.problem.Text;

import org.jspecify.annotations.Nullable;

/**
 * What {@code policy.json} says: everything of a policy version but its model.
 *
 * @param id such as {@code P-B17-2023}; never used again by the office for another text; a release may correct its own
 * @param instrument such as {@code BROKER_REFERRAL_REWARD}
 * @param docNo number of the legal document, or what stands in for it
 * @param source where the text was read
 * @param effectiveFrom first day in force
 * @param effectiveTo last day in force; null while open
 * @param dateBasis which date of a case is compared with these days
 * @param noticeWorkingDays working days of public notice before payment; 0 means none
 * @param fund who pays, such as {@code EMPLOYMENT_FUND}
 * @param parameters the numbers of the version
 * @param facts what a caller must say about the case
 * @param history what must be known about other cases
 * @param keys what tells cases apart beyond their facts, such as the occupation or the number of a loan
 * @param tables names of the dated tables that the model reads
 * @param conditions what each condition of the model means, and where it stands in the law
 * @param unitsFact the RECORD_LIST among the facts that is calculated line by line; null if the model itself says how many
 *     lines there are, or a case is one line
 * @param exampleBase the ordinary case from which the examples differ
 * @param examples cases with their answers
 */
public record PolicyTerms(
        String id,
        String instrument,
        PolicyLevel level,
        Text title,
        String docNo,
        String source,
        Confidence confidence,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        DateBasis dateBasis,
        int noticeWorkingDays,
        String fund,
        List<PolicyParameter> parameters,
        List<FactDefinition> facts,
        List<FactDefinition> history,
        List<Key> keys,
        List<String> tables,
        List<Condition> conditions,
        @Nullable String unitsFact,
        WorkedExample.Base exampleBase,
        List<WorkedExample> examples) {

    private static final Pattern ID = Pattern.compile("P-[A-Za-z0-9-]{1,40}");
    private static final Pattern NAME = Pattern.compile("[A-Z][A-Z0-9_]{1,60}");
    private static final Pattern KEY = Pattern.compile("[a-z][A-Za-z0-9]{1,60}");

    public PolicyTerms {
        require(ID.matcher(Objects.requireNonNull(id, "id")).matches(), "id");
        require(isName(Objects.requireNonNull(instrument, "instrument")), "instrument");
        require(isName(Objects.requireNonNull(fund, "fund")), "fund");
        Objects.requireNonNull(level, "level");
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(docNo, "docNo");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(confidence, "confidence");
        Objects.requireNonNull(effectiveFrom, "effectiveFrom");
        Objects.requireNonNull(dateBasis, "dateBasis");
        require(FactReader.isSensible(effectiveFrom), "effectiveFrom");
        require(effectiveTo == null || FactReader.isSensible(effectiveTo), "effectiveTo");
        require(effectiveTo == null || !effectiveTo.isBefore(effectiveFrom), "effectiveTo before effectiveFrom");
        require(noticeWorkingDays >= 0, "noticeWorkingDays");
        parameters = parameters == null ? List.of() : List.copyOf(parameters);
        facts = List.copyOf(Objects.requireNonNull(facts, "facts"));
        history = history == null ? List.of() : List.copyOf(history);
        keys = keys == null ? List.of() : List.copyOf(keys);
        tables = tables == null ? List.of() : List.copyOf(tables);
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
        exampleBase = exampleBase == null ? new WorkedExample.Base(null, null, null) : exampleBase;
        examples = List.copyOf(Objects.requireNonNull(examples, "examples"));
        requireDistinct(facts.stream().map(FactDefinition::name).toList(), "facts");
        requireDistinct(history.stream().map(FactDefinition::name).toList(), "history");
        var names = new Names(facts, keys);
        requireDistinct(names.all(), "facts and keys");
        facts.forEach(PolicyTerms::requireToldByCaller);
        history.forEach(definition -> requireFit(definition, names));
        requireDistinct(parameters.stream().map(PolicyParameter::name).toList(), "parameters");
        requireDistinct(examples.stream().map(WorkedExample::id).toList(), "examples");
        requireDistinct(conditions.stream().map(Condition::name).toList(), "conditions");
        require(unitsFact == null || hasRecords(facts, unitsFact), "unitsFact names no RECORD_LIST among the facts");
    }

    /**
     * A condition of the model, told to people.
     *
     * @param name of the decision, without {@code predicate_} or {@code check_}
     * @param clause where it stands: document and article, or the paragraph that it was read from
     */
    public record Condition(String name, Text text, String clause) {

        public Condition {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(clause, "clause");
        }
    }

    /** What a case is told apart by. */
    public record Key(String name, Text label) {

        public Key {
            require(KEY.matcher(Objects.requireNonNull(name, "name")).matches(), "keys: name");
            Objects.requireNonNull(label, "label");
        }
    }

    /** What the history may speak of: the facts and keys of the document. */
    record Names(List<FactDefinition> facts, List<Key> keys) {

        private List<String> all() {
            return Stream.concat(
                            facts.stream().map(FactDefinition::name),
                            keys.stream().map(Key::name))
                    .toList();
        }

        /** Null if nothing is called so. */
        @Nullable
        FactType typeOf(@Nullable String name) {
            if (keys.stream().anyMatch(key -> key.name().equals(name))) {
                return FactType.TEXT;
            }
            return facts.stream()
                    .filter(fact -> fact.name().equals(name))
                    .findFirst()
                    .map(FactDefinition::type)
                    .orElse(null);
        }

        boolean listsMonths(@Nullable String name) {
            return facts.stream()
                    .filter(fact -> fact.name().equals(name) && fact.type() == FactType.RECORD_LIST)
                    .flatMap(fact -> fact.fields().stream())
                    .anyMatch(field -> field.name().equals(HistorySource.MONTH) && field.type() == FactType.MONTH);
        }
    }

    /** The question of a run of one of the examples. */
    public Question question(WorkedExample.Run run) {
        return exampleBase.question(run, effectiveFrom);
    }

    /** The fields of a unit; none if the facts list no units. */
    List<FactDefinition> units() {
        return facts.stream()
                .filter(fact -> fact.name().equals(unitsFact))
                .flatMap(fact -> fact.fields().stream())
                .toList();
    }

    PolicyTerms until(LocalDate last) {
        return new PolicyTerms(
                id,
                instrument,
                level,
                title,
                docNo,
                source,
                confidence,
                effectiveFrom,
                last,
                dateBasis,
                noticeWorkingDays,
                fund,
                parameters,
                facts,
                history,
                keys,
                tables,
                conditions,
                unitsFact,
                exampleBase,
                examples);
    }

    /** Whether the version is in force on {@code date}, both ends included. */
    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(effectiveFrom) && (effectiveTo == null || !date.isAfter(effectiveTo));
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    private static void requireToldByCaller(FactDefinition definition) {
        require(definition.from() == null, "from stands at a fact: " + definition.name());
        definition.fields().forEach(PolicyTerms::requireToldByCaller);
    }

    private static void requireFit(FactDefinition definition, Names known) {
        definition.fields().forEach(PolicyTerms::requireToldByCaller);
        if (definition.from() != null) {
            definition.from().requireFit(definition, known);
        }
    }

    private static boolean hasRecords(List<FactDefinition> facts, String name) {
        return facts.stream().anyMatch(fact -> fact.name().equals(name) && fact.type() == FactType.RECORD_LIST);
    }

    private static void requireDistinct(List<String> names, String where) {
        require(names.stream().distinct().count() == names.size(), "a name stands twice in " + where);
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
