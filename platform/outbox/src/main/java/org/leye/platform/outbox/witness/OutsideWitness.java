package org.leye.platform.outbox.witness;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;

import org.leye.contracts.audit.ChainSealed;
import org.leye.platform.audit.AuditChain;
import org.leye.platform.audit.AuditChain.Head;
import org.leye.platform.outbox.Outbox;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells the newest hash of this service's audit chain, hourly while the chain grows, however often the service is restarted. */
@ApplicationScoped
public class OutsideWitness {

    private static final Duration PAUSE = Duration.ofHours(1);

    private final AuditChain chain;
    private final Outbox outbox;
    private final String service;

    OutsideWitness(AuditChain chain, Outbox outbox, @ConfigProperty(name = "quarkus.application.name") String service) {
        this.chain = chain;
        this.outbox = outbox;
        this.service = service;
    }

    @Scheduled(every = "1m", delayed = "1m", concurrentExecution = ConcurrentExecution.SKIP)
    void tellWhenDue() {
        tell(PAUSE);
    }

    /** Tells the newest batch, unless it was told or the last telling is more recent than the pause. */
    public void tell(Duration pause) {
        QuarkusTransaction.requiringNew()
                .run(() -> chain.takeForWitness(pause).map(this::event).ifPresent(outbox::append));
    }

    private ChainSealed event(Head head) {
        return new ChainSealed(service, head.number(), head.hash(), head.rows(), head.sealedAt());
    }
}
