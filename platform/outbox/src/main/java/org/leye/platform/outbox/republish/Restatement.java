package org.leye.platform.outbox.republish;

import java.util.List;

import org.leye.contracts.Event;
import org.leye.contracts.Topic;

/**
 * What a service stands for in one of its topics. One bean a topic. Both methods run inside the transaction that tells the events
 * again.
 */
public interface Restatement {

    Topic topic();

    /**
     * The record keys behind this one, in their order, at most so many. Reads keys and nothing else: what is read here may have
     * changed before {@link #of} is asked.
     */
    List<String> keysAfter(String key, int limit);

    /**
     * What the service stands for about this aggregate now, in the order in which it happened, as it was told at first. The
     * caller holds the aggregate's lock: no event of it is on its way to the outbox meanwhile.
     */
    List<? extends Event> of(String key);
}
