package org.leye.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

import org.leye.contracts.Topic;
import org.leye.local.Part;
import org.leye.local.kafka.KafkaServer;
import org.leye.stories.RunningSuite.Stage;
import org.leye.testsupport.EventProbe;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Story 1, interrupted: the whole suite is stopped and started between the placement and the insured month. */
@ExtendWith(RunningSuite.class)
class WorkerComesStoryIT {

    @Test
    void aWorkerComesThoughTheSuiteIsRestartedInTheMiddle(Stage stage) throws IOException {
        // Given
        var story = stage.newStory();
        story.appointAndOffer();
        story.referAndPlace();

        // When
        stage.restart();
        story.insure();
        story.payTheReward();
        story.certify();

        // Then
        assertEquals(List.of(), foundInLogs(stage, story.personalData()));
        assertEquals(List.of(), foundInEvents(stage, story.personalData()));
    }

    private static List<String> foundInLogs(Stage stage, List<String> personalData) throws IOException {
        var found = new ArrayList<String>();
        try (var logs = Files.walk(stage.state().logs())) {
            for (var log : logs.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(log, StandardCharsets.UTF_8);
                personalData.stream()
                        .filter(text::contains)
                        .forEach(secret -> found.add(log.getFileName() + " holds " + secret));
            }
        }
        return found;
    }

    private static List<String> foundInEvents(Stage stage, List<String> personalData) {
        var probe =
                EventProbe.on(KafkaServer.bootstrapServers(stage.suite().ports().of(Part.KAFKA)));
        var found = new ArrayList<String>();
        int messages = 0;
        for (var topic : Topic.values()) {
            for (var message : probe.messages(topic.wireName())) {
                messages++;
                var text = message + new String(message.value(), StandardCharsets.UTF_8);
                personalData.stream()
                        .filter(text::contains)
                        .forEach(secret -> found.add(topic.wireName() + " holds " + secret));
            }
        }
        assertTrue(messages > 10, "the story sends events");
        return found;
    }
}
