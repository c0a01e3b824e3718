package org.leye.local.kafka;

/**
 * How far a consumer group had read a partition.
 *
 * @param group of the service
 * @param topic by name
 * @param topicId tells a topic from another of the same name that was made later
 * @param partition number
 * @param offset of the next event it would have got
 */
public record GroupOffset(String group, String topic, String topicId, int partition, long offset) {}
