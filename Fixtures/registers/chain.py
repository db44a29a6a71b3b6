# Recomputes the chain of a register: python3 chain.py offers.sqlite
import hashlib, json, sqlite3, sys

def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()

before, count = digest(b""), 0
register = sqlite3.connect(f"file:{sys.argv[1]}?mode=ro", uri=True)
for number, body, kept in register.execute("SELECT number, body, digest FROM event ORDER BY number"):
    event, count = json.loads(body), count + 1
    if number != count or event["event"] != count or event["previous"] != before:
        sys.exit(f"Event {number} does not follow the one before it.")
    before = digest(body.encode())
    if before != kept:
        sys.exit(f"Event {number} has another digest than the one that is kept.")
for kept, data in register.execute("SELECT digest, bytes FROM file WHERE bytes IS NOT NULL"):
    if digest(data) != kept:
        sys.exit(f"The file {kept} was changed.")
print(f"{count} events, the last with {before}.")
