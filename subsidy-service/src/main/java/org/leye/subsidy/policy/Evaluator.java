package org.leye.subsidy.policy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * Answers a question about an instrument: finds the version in force and asks it. Where each subsidised month has a version of
 * its own, the months are handed to the versions they fall under, from the oldest on, and the answers are joined.
 */
public final class Evaluator {

    private final PolicyCatalogue catalogue;
    private final PolicyEngine engine;
    private final ReferenceTables tables;

    public Evaluator(PolicyCatalogue catalogue, PolicyEngine engine, ReferenceTables tables) {
        this.catalogue = catalogue;
        this.engine = engine;
        this.tables = tables;
    }

    /**
     * The answer. Refuses with what {@link PolicyEngine#evaluate} and {@link PolicyCatalogue#inForce} refuse with. No policy in
     * force is an answer: a refusal with that reason.
     */
    public Evaluation evaluate(String instrument, Question question) {
        var byMonth = monthly(instrument).map(unitsFact -> split(instrument, question, unitsFact));
        if (byMonth.isPresent() && byMonth.get().isSplit()) {
            return joined(byMonth.get(), question);
        }
        return catalogue
                .inForce(instrument, byMonth.flatMap(Months::onlyMonth).orElse(question.on()))
                .map(policy -> engine.evaluate(policy, question, tables))
                .orElseGet(() -> Evaluation.noPolicyInForce(question));
    }

    /** For each failed condition what would make it a yes; where several versions answered, for each of theirs. */
    public List<Remedy> remedies(String instrument, Question question, Evaluation answer) {
        if (answer.predicates().stream().allMatch(Evaluation.Predicate::pass)) {
            return List.of();
        }
        var byMonth = monthly(instrument).map(unitsFact -> split(instrument, question, unitsFact));
        if (byMonth.isPresent() && byMonth.get().isSplit()) {
            return byMonth.get().byVersion().entrySet().stream()
                    .flatMap(version -> ofShare(byMonth.get(), question, version.getKey(), version.getValue()))
                    .toList();
        }
        return Optional.ofNullable(answer.policyId())
                .flatMap(catalogue::byId)
                .map(policy -> engine.remedies(policy, question, tables, answer))
                .orElse(List.of());
    }

    /** Conditions do not look at the lines of earlier versions, so each version is asked alone. */
    private Stream<Remedy> ofShare(Months months, Question question, PolicyDocument policy, List<Object> units) {
        var share = share(question, months, policy, units);
        var answer = engine.evaluate(policy, share, tables);
        return engine.remedies(policy, share, tables, answer).stream().map(remedy -> remedy.of(policy.id()));
    }

    /** The versions that a question will be put to, from the oldest on; none if no policy is in force. */
    public List<PolicyDocument> versions(String instrument, Question question) {
        var byMonth = monthly(instrument).map(unitsFact -> split(instrument, question, unitsFact));
        if (byMonth.isPresent() && byMonth.get().isSplit()) {
            return List.copyOf(byMonth.get().byVersion().keySet());
        }
        return catalogue
                .inForce(instrument, byMonth.flatMap(Months::onlyMonth).orElse(question.on()))
                .map(List::of)
                .orElse(List.of());
    }

    /** Every version that could be meant. */
    public PolicyCatalogue catalogue() {
        return catalogue;
    }

    /** The list of months of an instrument whose months pick their versions; empty for every other instrument. */
    private Optional<String> monthly(String instrument) {
        return catalogue.documents().stream()
                .map(PolicyDocument::terms)
                .filter(terms -> terms.instrument().equals(instrument))
                .filter(terms -> terms.dateBasis() == DateBasis.SUBSIDISED_MONTH)
                .flatMap(terms -> Optional.ofNullable(terms.unitsFact()).stream())
                .findFirst();
    }

    /**
     * Which months fall under which version: a month belongs to the one in force on its last day.
     *
     * @param byVersion the entries of the list, by version from the oldest on
     * @param without months without a version
     */
    private record Months(
            String unitsFact, Map<PolicyDocument, List<Object>> byVersion, List<YearMonth> without, boolean readable) {

        private boolean isSplit() {
            return readable && (byVersion.size() > 1 || (!byVersion.isEmpty() && !without.isEmpty()));
        }

        /** A day that falls under the only version there is. */
        private Optional<LocalDate> onlyMonth() {
            return byVersion.keySet().stream()
                    .findFirst()
                    .map(policy -> policy.terms().effectiveFrom())
                    .or(() -> without.stream().findFirst().map(YearMonth::atEndOfMonth));
        }
    }

    private Months split(String instrument, Question question, String unitsFact) {
        var months = new Months(unitsFact, new LinkedHashMap<>(), new ArrayList<>(), true);
        if (!(question.facts().get(unitsFact) instanceof List<?> units)) {
            return months;
        }
        record Dated(Object unit, YearMonth month, Optional<PolicyDocument> policy) {}
        var dated = new ArrayList<Dated>();
        for (var unit : units) {
            var month = month(unit);
            if (month == null) {
                return new Months(unitsFact, Map.of(), List.of(), false);
            }
            dated.add(new Dated(unit, month, catalogue.inForce(instrument, month.atEndOfMonth())));
        }
        dated.stream()
                .flatMap(each -> each.policy().stream())
                .distinct()
                .sorted((one, other) ->
                        one.terms().effectiveFrom().compareTo(other.terms().effectiveFrom()))
                .forEach(policy -> months.byVersion().put(policy, new ArrayList<>()));
        for (var each : dated) {
            each.policy()
                    .ifPresentOrElse(policy -> months.byVersion().get(policy).add(each.unit()), () -> months.without()
                            .add(each.month()));
        }
        return months;
    }

    /** Null for what is no month, or none that a case can have to do with: the version in force on the basis date says so. */
    private static @Nullable YearMonth month(Object unit) {
        try {
            var month = unit instanceof Map<?, ?> record && record.get("month") != null
                    ? YearMonth.parse(record.get("month").toString())
                    : null;
            return month != null && FactReader.isSensible(month.atDay(1)) ? month : null;
        } catch (DateTimeException unreadable) {
            return null;
        }
    }

    private Evaluation joined(Months months, Question question) {
        var answers = new ArrayList<Evaluation>();
        var progress = Progress.NONE;
        for (var version : months.byVersion().entrySet()) {
            var share = share(question, months, version.getKey(), version.getValue());
            var answer = engine.evaluate(version.getKey(), share, tables, progress);
            var all = answer.lines().isEmpty() ? refused(version.getValue(), answer) : answer.lines();
            progress = progress.and(all);
            answers.add(answer.withLines(all));
        }
        return JoinedAnswer.of(question, months.unitsFact(), answers, months.without());
    }

    /** What one version is asked: its own months, and nothing that only another of the versions knows. */
    private static Question share(Question question, Months months, PolicyDocument policy, List<Object> units) {
        var others = new ArrayList<PolicyTerms>();
        months.byVersion().keySet().forEach(each -> others.add(each.terms()));
        var facts = known(question.facts(), policy.terms().facts(), others, PolicyTerms::facts);
        var fields = policy.terms().units();
        facts.put(
                months.unitsFact(),
                units.stream()
                        .map(unit -> unit instanceof Map<?, ?> record
                                ? known(record, fields, others, PolicyTerms::units)
                                : unit)
                        .toList());
        var history = known(question.history(), policy.terms().history(), others, PolicyTerms::history);
        return new Question(question.on(), facts, history);
    }

    private static Map<String, @Nullable Object> known(
            Map<?, ?> given,
            List<FactDefinition> own,
            List<PolicyTerms> others,
            Function<PolicyTerms, List<FactDefinition>> definitions) {
        var known = new LinkedHashMap<String, @Nullable Object>();
        given.forEach((name, value) -> {
            var isOwn = declares(own, name);
            var isForAnother = others.stream().anyMatch(terms -> declares(definitions.apply(terms), name));
            if (isOwn || !isForAnother) {
                known.put(String.valueOf(name), value);
            }
        });
        return known;
    }

    private static boolean declares(List<FactDefinition> definitions, Object name) {
        return definitions.stream().anyMatch(definition -> definition.name().equals(name));
    }

    /** The lines of months whose version refuses the case as a whole. */
    private static List<Evaluation.Line> refused(List<Object> units, Evaluation answer) {
        return units.stream()
                .map(unit -> new Evaluation.Line(
                        String.valueOf(month(unit)), 0, answer.reasons().getFirst()))
                .toList();
    }
}
