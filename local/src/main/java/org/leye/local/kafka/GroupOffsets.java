package org.leye.local.kafka;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.leye.local.process.Pause;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.utils.Utils;

/** Reads how far all consumer groups have read, and sets them back to it. */
public final class GroupOffsets implements AutoCloseable {

    /** Longer than a consumer that died without a word counts as a member of its group. */
    private static final Duration MEMBERS_LIMIT = Duration.ofSeconds(90);

    /** Where the node keeps what groups have committed. */
    private static final String MEMORY = "__consumer_offsets";

    private static final Duration POLL = Duration.ofMillis(500);

    private final Admin admin;

    private GroupOffsets(Admin admin) {
        this.admin = admin;
    }

    /** Of the node that answers at this address. */
    public static GroupOffsets at(String bootstrapServers) {
        return new GroupOffsets(Admin.create(Map.of("bootstrap.servers", bootstrapServers)));
    }

    /** What all groups have committed. */
    public List<GroupOffset> read() {
        Map<String, String> topicIds = topicIds();
        List<GroupOffset> offsets = new ArrayList<>();
        committed(groups())
                .forEach((group, partitions) -> partitions.forEach((place, offset) -> offsets.add(new GroupOffset(
                        group,
                        place.topic(),
                        topicIds.getOrDefault(place.topic(), ""),
                        place.partition(),
                        offset.offset()))));
        return offsets;
    }

    /**
     * Sets every group to these offsets, never past what it may not have read: events come again rather than not at all. A
     * partition that was trimmed meanwhile is read from its first event; so is one that is now shorter than it was, and a
     * topic that was made anew. What a group committed and these offsets do not know is forgotten: it is read from the first
     * event as well. No group may have members.
     */
    public void restore(List<GroupOffset> offsets) {
        Map<String, String> topicIds = topicIds();
        Map<String, List<GroupOffset>> wanted = offsets.stream()
                .filter(offset -> offset.topicId().equals(topicIds.get(offset.topic())))
                .collect(Collectors.groupingBy(GroupOffset::group));
        Set<String> all = groups();
        all.addAll(wanted.keySet());
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = committed(all);
        for (String group : all) {
            Map<TopicPartition, OffsetAndMetadata> kept = insideTheLog(wanted.getOrDefault(group, List.of()));
            Set<TopicPartition> unknown =
                    new HashSet<>(committed.getOrDefault(group, Map.of()).keySet());
            unknown.removeAll(kept.keySet());
            if (!kept.isEmpty()) {
                whenNobodyReads(
                        () -> admin.alterConsumerGroupOffsets(group, kept).all());
            }
            if (!unknown.isEmpty()) {
                whenNobodyReads(
                        () -> admin.deleteConsumerGroupOffsets(group, unknown).all());
            }
        }
    }

    @Override
    public void close() {
        admin.close();
    }

    private Map<TopicPartition, OffsetAndMetadata> insideTheLog(Collection<GroupOffset> offsets) {
        Map<TopicPartition, Long> wanted = offsets.stream()
                .collect(Collectors.toMap(
                        offset -> new TopicPartition(offset.topic(), offset.partition()), GroupOffset::offset));
        Map<TopicPartition, Long> first = ends(wanted.keySet(), OffsetSpec.earliest());
        Map<TopicPartition, Long> last = ends(wanted.keySet(), OffsetSpec.latest());
        Map<TopicPartition, OffsetAndMetadata> inside = new HashMap<>();
        wanted.forEach((place, offset) -> inside.put(
                place,
                new OffsetAndMetadata(
                        offset < first.get(place) || offset > last.get(place) ? first.get(place) : offset)));
        return inside;
    }

    private Map<TopicPartition, Long> ends(Set<TopicPartition> places, OffsetSpec end) {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        answer(admin.listOffsets(places.stream().collect(Collectors.toMap(Function.identity(), place -> end)))
                        .all())
                .forEach((place, found) -> offsets.put(place, found.offset()));
        return offsets;
    }

    private Set<String> groups() {
        awaitMemory();
        return answer(admin.listGroups(ListGroupsOptions.forConsumerGroups()).all()).stream()
                .map(GroupListing::groupId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * A node that has just started leaves groups out that it has not yet read from its own topic. Asked for one group of each
     * of that topic's partitions it answers when all are read; such a group need not exist.
     */
    private void awaitMemory() {
        if (!answer(admin.listTopics(new ListTopicsOptions().listInternal(true)).names())
                .contains(MEMORY)) {
            return;
        }
        int partitions = answer(admin.describeTopics(List.of(MEMORY)).allTopicNames())
                .get(MEMORY)
                .partitions()
                .size();
        Map<Integer, String> groups = new HashMap<>();
        for (int number = 0; groups.size() < partitions; number++) {
            String group = "nobody-" + number;
            groups.putIfAbsent(Utils.abs(group.hashCode()) % partitions, group);
        }
        committed(Set.copyOf(groups.values()));
    }

    private Map<String, Map<TopicPartition, OffsetAndMetadata>> committed(Set<String> groups) {
        ListConsumerGroupOffsetsSpec everything = new ListConsumerGroupOffsetsSpec();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = answer(admin.listConsumerGroupOffsets(
                        groups.stream().collect(Collectors.toMap(Function.identity(), group -> everything)))
                .all());
        committed.values().forEach(partitions -> partitions.values().removeIf(offset -> offset == null));
        return committed;
    }

    private Map<String, String> topicIds() {
        return answer(admin.listTopics().listings()).stream()
                .collect(Collectors.toMap(
                        TopicListing::name, topic -> topic.topicId().toString()));
    }

    /** Who was killed counts as a reader for a while. */
    private void whenNobodyReads(java.util.function.Supplier<KafkaFuture<Void>> change) {
        long deadline = System.nanoTime() + MEMBERS_LIMIT.toNanos();
        while (true) {
            try {
                answer(change.get());
                return;
            } catch (KafkaRefusal refusal) {
                boolean somebodyReads = refusal.getCause() instanceof UnknownMemberIdException
                        || refusal.getCause() instanceof GroupNotEmptyException;
                if (!somebodyReads || System.nanoTime() > deadline) {
                    throw refusal;
                }
                Pause.of(POLL);
            }
        }
    }

    private static <T> T answer(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (ExecutionException failure) {
            throw new KafkaRefusal(failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted");
        }
    }

    /** Kafka does not do what was asked, or does not answer. */
    public static final class KafkaRefusal extends RuntimeException {
        KafkaRefusal(Throwable cause) {
            super("Kafka does not do it: " + cause.getMessage(), cause);
        }
    }
}
