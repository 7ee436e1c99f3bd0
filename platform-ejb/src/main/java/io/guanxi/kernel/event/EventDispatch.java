package io.guanxi.kernel.event;

import io.guanxi.kernel.access.CallContext;
import io.guanxi.kernel.access.Caller;
import io.guanxi.kernel.entitlement.Entitlements;
import io.guanxi.kernel.module.Modules;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Brings events to handlers. A handler's position moves on after its events were handled or put aside for another try, so a
 * node that dies in between leaves them to be handled again. A handler of a module that the tenant does not have hears nothing;
 * when it is there again, the module catches up by itself.
 */
@ApplicationScoped
public class EventDispatch {

    private static final Logger LOG = Logger.getLogger(EventDispatch.class.getName());

    private static final int READ = 2_000;

    private final String node = UUID.randomUUID().toString();

    @Inject
    @Any
    private Instance<RecordEventHandler> handlers;

    @Inject
    private EventFeed feed;

    @Inject
    private HandlerPositions positions;

    @Inject
    private EventRetries retries;

    @Inject
    private EventDelivery delivery;

    @Inject
    private Modules modules;

    @Inject
    private Entitlements entitlements;

    void introduce() {
        handlers.forEach(handler -> positions.introduce(handler.name()));
    }

    /** Does what there is to do now, for the handlers that no other node works for. */
    void run() {
        for (Instance.Handle<? extends RecordEventHandler> handle : handlers.handles()) {
            Listener listener =
                    new Listener(handle.get(), modules.ofBean(handle.getBean().getBeanClass()));
            Optional<FeedPosition> from = positions.claim(listener.handler().name(), node);
            if (from.isPresent()) {
                retry(listener);
                catchUp(listener, from.get());
            }
        }
    }

    void clean() {
        List<String> names = handlers.stream().map(RecordEventHandler::name).toList();
        feed.clean(positions.slowest(names));
    }

    /**
     * @param module that the handler belongs to; empty for the kernel's
     */
    private record Listener(RecordEventHandler handler, Optional<String> module) {}

    private void catchUp(Listener listener, FeedPosition from) {
        RecordEventHandler handler = listener.handler();
        FeedPosition position = from;
        EventFeed.Read read;
        do {
            read = feed.read(position, READ);
            byTenant(handler, read.events()).forEach(events -> deliver(listener, events));
            if (read.next().equals(position)) {
                return;
            }
            position = read.next();
        } while (positions.advance(handler.name(), node, position)
                && read.events().size() >= READ
                && !Thread.currentThread().isInterrupted());
    }

    private void retry(Listener listener) {
        RecordEventHandler handler = listener.handler();
        byTenant(handler, retries.due(handler.name(), EventDelivery.MOST)).forEach(events -> {
            if (deliver(listener, events)) {
                retries.done(handler.name(), events);
            }
        });
    }

    private boolean deliver(Listener listener, List<RecordEvent> events) {
        RecordEventHandler handler = listener.handler();
        Caller caller = Caller.system(
                events.get(0).tenantId(), UUID.randomUUID().toString().replace("-", ""));
        try (var scope = CallContext.enter(caller)) {
            if (listener.module().map(entitlements::hasModule).orElse(true)) {
                delivery.deliver(handler, events);
            }
            return true;
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, e, () -> handler.name() + " failed at " + events.size() + " events, to be repeated");
            retries.postpone(handler.name(), events);
            return false;
        }
    }

    /** Portions for one transaction each; tenants with little to do come first. */
    private static List<List<RecordEvent>> byTenant(RecordEventHandler handler, List<RecordEvent> events) {
        Map<Integer, List<RecordEvent>> byTenant = new LinkedHashMap<>();
        events.stream()
                .filter(event -> handler.concerns(event.object()))
                .forEach(event -> byTenant.computeIfAbsent(event.tenantId(), tenant -> new ArrayList<>())
                        .add(event));
        List<List<RecordEvent>> portions = new ArrayList<>();
        byTenant.values().stream()
                .sorted(Comparator.<List<RecordEvent>>comparingInt(List::size))
                .forEach(all -> {
                    for (int i = 0; i < all.size(); i += EventDelivery.MOST) {
                        portions.add(all.subList(i, Math.min(all.size(), i + EventDelivery.MOST)));
                    }
                });
        return portions;
    }
}
