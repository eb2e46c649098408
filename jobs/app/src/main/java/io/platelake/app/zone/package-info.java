/** Protected places: the registry of zones and the cameras that must not stand where they stand. */
package io.platelake.app.zone;
