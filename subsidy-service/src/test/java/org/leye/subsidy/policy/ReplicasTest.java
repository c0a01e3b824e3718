package org.leye.subsidy.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

import org.leye.platform.problem.ProblemException;
import org.leye.subsidy.policy.GeneratedAnswers.Answered;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import org.junit.jupiter.api.Test;

/** The same question has the same answer, byte by byte: from every thread, from every replica, however the facts are ordered. */
class ReplicasTest {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();
    private static final int QUESTIONS_OF_EACH = 40;
    private static final int THREADS = 8;

    @Test
    void everyThreadAndReplicaAnswersTheSameBytes() throws Exception {
        var asked = GeneratedAnswers.documents()
                .flatMap(policy ->
                        GeneratedAnswers.of(policy.getPayload()).stream().limit(QUESTIONS_OF_EACH))
                .toList();
        // New engines, so that many threads also meet at the first use of a model.
        var replicas = List.of(new KiePolicyEngine(), new KiePolicyEngine());
        var tasks = new ArrayList<Callable<byte[]>>();
        for (var each : asked) {
            for (var replica : replicas) {
                tasks.add(() -> bytes(again(replica, each)));
            }
        }
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var answers = threads.invokeAll(tasks);
            for (int i = 0; i < tasks.size(); i++) {
                var expected = asked.get(i / replicas.size());
                assertArrayEquals(bytes(expected), answers.get(i).get(), expected::toString);
            }
        }
    }

    @Test
    void theOrderOfTheFactsChangesNothing() {
        var replica = new KiePolicyEngine();
        GeneratedAnswers.documents()
                .flatMap(policy -> GeneratedAnswers.of(policy.getPayload()).stream()
                        .filter(each -> each.answer() != null)
                        .limit(3))
                .forEach(each -> {
                    var turned = new Question(
                            each.question().on(),
                            turned(each.question().facts()),
                            turned(each.question().history()));
                    var answer = replica.evaluate(each.policy(), turned, PolicyFixture.TABLES);
                    assertEquals(each.answer(), answer, each::toString);
                });
    }

    private static Answered again(PolicyEngine replica, Answered each) {
        return GeneratedAnswers.ask(replica, each.policy(), each.number(), each.question());
    }

    private static byte[] bytes(Answered each) throws JsonProcessingException {
        return JSON.writeValueAsBytes(
                each.thrown() instanceof ProblemException refusal
                        ? Stream.of(refusal.getMessage(), refusal.violations()).toList()
                        : each.answer());
    }

    private static Map<String, Object> turned(Map<String, ?> values) {
        var names = new ArrayList<>(values.keySet());
        Collections.reverse(names);
        var turned = new LinkedHashMap<String, Object>();
        names.forEach(name -> turned.put(name, values.get(name)));
        return turned;
    }
}
