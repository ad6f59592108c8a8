# Passes messages on a topic to all who have subscribed: functions, coroutine functions, events, queues, agents.

import asyncio
from .agent import Agent
from .launching import launch
from .queue import Queue
from .reg_exp import RegExp
from .ringbuf_queue import RingbufQueue


class Broker(dict):
    # topic: [(agent, args), ...]
    Verbose = True  # Whether it prints what has no effect

    def subscribe(self, topic, agent, *args):
        if not (isinstance(agent, (asyncio.Event, Queue, RingbufQueue, Agent)) or callable(agent)):
            raise ValueError("Invalid agent:", agent)
        agents = self.setdefault(topic, [])
        if (agent, args) not in agents:
            agents.append((agent, args))
        elif Broker.Verbose:
            print("Broker: agent", agent, "has subscribed to topic", topic, "before")

    def unsubscribe(self, topic, agent, *args):
        agents = self.get(topic, [])
        if (agent, args) in agents:
            agents.remove((agent, args))
            if not agents:
                del self[topic]
        elif Broker.Verbose:
            print("Broker: agent", agent, "has not subscribed to topic", topic)

    def publish(self, topic, message=None):
        found = list(self.get(topic, ()))
        for key in self:
            if isinstance(key, RegExp) and isinstance(topic, str) and key.matching(topic):
                found.extend(pair for pair in self[key] if pair not in found)
        for agent, args in found:
            self._give(agent, topic, message, args)

    def _give(self, agent, topic, message, args):
        if isinstance(agent, asyncio.Event):
            agent.set()
        elif isinstance(agent, Agent):
            agent.put(topic, message, *args)
        elif isinstance(agent, (Queue, RingbufQueue)):
            try:
                agent.put_nowait((topic, message, args) if args else (topic, message))
            except Exception:  # A full Queue has refused this one, a RingbufQueue has dropped its oldest
                if Broker.Verbose:
                    print("Broker: message lost, topic", topic, "message", message)
        else:
            launch(agent, (topic, message) + args)
