package org.leye.subsidy.policy;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Named;

/** What the shipped policies say to questions that were made up, asked once for all the laws that are held against them. */
final class GeneratedAnswers {

    /** Another one is tried with {@code -Dleye.seed=}; every failure names the one it was found with. */
    private static final long SEED = Long.getLong("leye.seed", 20_220_801L);

    private static final int QUESTIONS = Integer.getInteger("leye.questions", 200);

    private static final PolicyEngine ENGINE = new KiePolicyEngine();
    private static final Map<String, List<Answered>> KNOWN = new ConcurrentHashMap<>();

    /**
     * One question and what came back.
     *
     * @param answer null when the question was refused as such
     * @param thrown null when there was an answer
     */
    record Answered(
            PolicyDocument policy,
            int number,
            Question question,
            @Nullable Evaluation answer,
            @Nullable RuntimeException thrown) {

        @Nullable
        PolicyProblem problem() {
            return thrown instanceof ProblemException refusal && refusal.type() instanceof PolicyProblem problem
                    ? problem
                    : null;
        }

        @Override
        public String toString() {
            return "%s, seed %d, question %d: %s -> %s"
                    .formatted(policy.id(), SEED, number, question, answer == null ? thrown : answer);
        }
    }

    private GeneratedAnswers() {}

    /** Every shipped document, shown by its id. */
    static Stream<Named<PolicyDocument>> documents() {
        return PolicyCatalogue.fromResources().documents().stream().map(policy -> Named.of(policy.id(), policy));
    }

    static List<Answered> of(PolicyDocument policy) {
        return KNOWN.computeIfAbsent(policy.sha256(), document -> {
            var generator = new QuestionGenerator(policy, SEED + policy.id().hashCode());
            return IntStream.range(0, QUESTIONS)
                    .mapToObj(number -> ask(ENGINE, policy, number, generator.next()))
                    .toList();
        });
    }

    /** Each question that was answered. */
    static void each(PolicyDocument policy, Consumer<Answered> law) {
        var answered = of(policy).stream().filter(each -> each.answer() != null).toList();
        Assertions.assertFalse(answered.isEmpty(), policy.id());
        answered.forEach(law);
    }

    static Answered ask(PolicyEngine engine, PolicyDocument policy, int number, Question question) {
        try {
            var answer = engine.evaluate(policy, question, PolicyFixture.TABLES);
            return new Answered(policy, number, question, answer, null);
        } catch (RuntimeException thrown) {
            return new Answered(policy, number, question, null, thrown);
        }
    }
}
