package org.leye.notes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;

import jakarta.inject.Inject;

import org.leye.platform.identity.Identities;
import org.leye.platform.identity.PersonIdentity;
import org.leye.testsupport.People;
import org.leye.testsupport.TestSecrets;

import io.quarkus.narayana.jta.QuarkusTransaction;
import org.junit.jupiter.api.Test;

/** Who a person is, is said once. */
@NotesTest
class IdentitiesTest {

    @Inject
    Identities identities;

    @Test
    void ofTwoWhoNameAStrangerAtOnceOneIsHeardAndBothLearnWho() throws Exception {
        for (int round = 0; round < 10; round++) {
            // Given
            var first = someone("王小芳");
            var second = new PersonIdentity(first.person(), first.idNumber(), "王晓芳", null);
            var together = new CyclicBarrier(2);

            // When
            try (var writers = Executors.newFixedThreadPool(2)) {
                var one = writers.submit(naming(first, together));
                var other = writers.submit(naming(second, together));

                // Then
                assertEquals(one.get(), other.get());
                assertEquals(one.get(), identities.find(first.person()).orElseThrow());
            }
        }
    }

    @Test
    void whatIsKnownOfManyIsFoundAtOnce() {
        // Given
        var first = someone("王小芳");
        var second = someone("李大力");
        var unknown = someone("无人");
        store(first);
        store(second);

        // When
        var found = identities.find(List.of(first.person(), second.person(), unknown.person()));

        // Then
        assertEquals(Map.of(first.person(), first, second.person(), second), found);
        assertEquals(Map.of(), identities.find(List.of()));
    }

    private Callable<PersonIdentity> naming(PersonIdentity identity, CyclicBarrier together) {
        return () -> QuarkusTransaction.requiringNew().call(() -> {
            together.await();
            return identities.putIfAbsent(identity);
        });
    }

    private void store(PersonIdentity identity) {
        QuarkusTransaction.requiringNew().run(() -> identities.putIfAbsent(identity));
    }

    private static PersonIdentity someone(String name) {
        var number = People.anyone();
        return new PersonIdentity(TestSecrets.PERSON_KEYS.forIdNumber(number), number, name, null);
    }
}
