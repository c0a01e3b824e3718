package org.leye.planted;

import io.quarkus.narayana.jta.QuarkusTransaction;

/** Begins a transaction of its own. */
class PlantedService {

    void change(Runnable work) {
        QuarkusTransaction.requiringNew().run(work);
    }
}
