package org.leye.planted;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** Shows entities, all of them, to anybody. */
@Path("/planted")
class PlantedResource {

    private final PlantedRecords records = new PlantedRecords();

    @GET
    List<PlantedRecord> everything() {
        return records.everything();
    }
}
