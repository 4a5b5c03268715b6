package dev.handover.notice;

import dev.handover.golive.GoLiveRegister;
import dev.handover.shared.GoLiveKey;
import org.springframework.stereotype.Component;

/** How a go-live is called, from its present plan. */
@Component
class GoLiveHeadlines implements Headlines {

    private final GoLiveRegister register;

    GoLiveHeadlines(GoLiveRegister register) {
        this.register = register;
    }

    @Override
    public Headline of(GoLiveKey key) {
        var goLive = register.get(key);
        return new Headline(goLive.title(), goLive.customerName(), goLive.environmentLabel(), goLive.zone());
    }
}
