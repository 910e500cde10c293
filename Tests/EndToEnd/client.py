"""A contestant as a program: plain HTTP over one kept connection."""

import http.client
import json
import secrets
from urllib.parse import urlsplit

CONTEST = "hatinh-attt-demo"


class Client:
    def __init__(self, url, token=None):
        self.host = urlsplit(url).netloc
        self.origin = url
        self.cookie = None
        self.token = token
        self.connection = None
        # Every reply as it came, for whoever wants to compare.
        self.seen = None

    def call(self, method, path, body=None, headers=None):
        headers = {"Origin": self.origin, **(headers or {})}
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
            headers["Content-Type"] = "application/json"
        if self.cookie:
            headers["Cookie"] = self.cookie
        if self.token:
            headers["Authorization"] = "Bearer " + self.token
        if self.connection is None:
            self.connection = http.client.HTTPConnection(self.host, timeout=30)
        try:
            self.connection.request(method, "/api/v1" + path, body, headers)
            response = self.connection.getresponse()
            data = response.read()
        except Exception:
            self.connection.close()
            self.connection = None
            raise
        if self.seen is not None:
            self.seen.append(f"{response.status}\n{response.headers}\n{data.decode()}")
        if response.getheader("Set-Cookie"):
            self.cookie = response.getheader("Set-Cookie").split(";")[0]
        is_json = "json" in (response.getheader("Content-Type") or "")
        return response.status, json.loads(data) if is_json and data else data

    def register(self, number, group="nguoi-dan", unit="phuong-mau-1", contest=CONTEST, **fields):
        body = {
            "requestKey": secrets.token_hex(16),
            "name": "Nguyễn Văn " + "".join(chr(97 + int(digit)) for digit in str(number)),
            "group": group,
            "unit": unit,
            "birthYear": 1990,
            "phone": f"09{number:08d}",
            "consents": ["participation"],
            **fields,
        }
        status, reply = self.call("POST", f"/contests/{contest}/registrations", body)
        assert status == 201, reply
        return reply

    def start(self, contest=CONTEST, nonce=None):
        status, reply = self.call("POST", f"/contests/{contest}/attempts", {"nonce": nonce or secrets.token_hex(16)})
        assert status in (200, 201), reply
        return reply

    def save(self, attempt, position, choice, sequence):
        return self.call("PUT", f"/attempts/{attempt}/answers/{position}", {"choice": choice, "sequence": sequence})

    def submit(self, attempt):
        return self.call("POST", f"/attempts/{attempt}/submission", {})
